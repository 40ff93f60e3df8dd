import type { Logger } from 'pino';
import type { CommitContext } from '../ingest/commit-batches.ts';
import type { LiveHub } from '../live/live-hub.ts';
import { sessions } from '../store/sessions.ts';
import { type SiteDocument, sites } from '../store/sites.ts';
import type { SessionName } from './load-session.ts';
import { refoldSession } from './refold-session.ts';

const lookEveryMs = 60_000;
const atOnce = 100;

/**
 * Brings stored sessions under their site's present rules, in the background, one by one. It looks at the start and once a
 * minute too, so that what another process left undone gets done.
 */
export class Refolder {
  readonly #context: CommitContext;
  readonly #live: LiveHub;
  readonly #log: Logger;
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> | null = null;
  #again = false;
  #stopped = false;

  constructor(context: CommitContext, live: LiveHub, log: Logger) {
    this.#context = context;
    this.#live = live;
    this.#log = log;
  }

  start(): void {
    this.#timer = setInterval(() => this.wake(), lookEveryMs).unref();
    this.wake();
  }

  wake(): void {
    if (this.#stopped) return;
    this.#again = true;
    this.#running ??= this.#run();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer) clearInterval(this.#timer);
    await this.#running;
  }

  async #run(): Promise<void> {
    try {
      while (this.#again && !this.#stopped) {
        this.#again = false;
        await this.#refoldAll();
      }
    } catch (error) {
      this.#log.error({ err: error }, 'sessions could not be folded again');
    } finally {
      this.#running = null;
    }
  }

  async #refoldAll(): Promise<void> {
    for (const site of await sites.in(this.#context.store.db).find().toArray()) {
      await this.#refoldSite(site);
    }
  }

  async #refoldSite({ site, rulesVersion }: SiteDocument): Promise<void> {
    for (let last = ''; !this.#stopped; ) {
      const names = await this.#findOld(site, rulesVersion, last);
      const end = names.at(-1);
      if (!end) return;
      for (const name of names) {
        if (this.#stopped) return;
        await this.#refold(name);
      }
      last = end.session;
    }
  }

  /** A session that fails keeps its old rules until the next look; the others do not wait for it. */
  async #refold(name: SessionName): Promise<void> {
    try {
      await refoldSession(this.#context, name);
      this.#live.touch(name);
    } catch (error) {
      // Which one it was is told by `rules.version`, not by the log, which names nobody.
      this.#log.error({ err: error, site: name.site }, 'a session could not be folded again');
    }
  }

  #findOld(site: string, rulesVersion: number, after: string): Promise<SessionName[]> {
    return sessions
      .in(this.#context.store.db)
      .find(
        { site, session: { $gt: after }, 'rules.version': { $lt: rulesVersion } },
        { projection: { _id: 0, site: 1, session: 1 } },
      )
      .sort({ session: 1 })
      .limit(atOnce)
      .toArray();
  }
}
