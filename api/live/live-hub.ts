import type { Logger } from 'pino';
import type { Store } from '../store/open-store.ts';
import { type SessionDocument, sessions } from '../store/sessions.ts';
import { type BatchStream, type ChangedSession, followBatches } from './batch-stream.ts';
import { Mailbox } from './mailbox.ts';

/** A session is told of at most four times a second. */
const tickMs = 250;
/** Sessions read by one query. */
const mostAtOnce = 500;

type Listener = (session: SessionDocument) => void;

/**
 * Tells subscribers which sessions changed: one change stream for the process, one read a tick however many subscribers there
 * are, fanned out in memory.
 */
export class LiveHub {
  readonly #store: Store;
  readonly #log: Logger;
  readonly #bySite = new Map<string, Set<Listener>>();
  readonly #bySession = new Map<string, Set<Listener>>();
  readonly #changed = new Map<string, ChangedSession>();
  #timer: NodeJS.Timeout | null = null;
  #reading = false;
  #stream: BatchStream | null = null;

  constructor(store: Store, log: Logger) {
    this.#store = store;
    this.#log = log;
  }

  async start(): Promise<void> {
    this.#stream = await followBatches(this.#store, this.#log, {
      onBatch: (of) => this.touch(of),
      onGap: () => this.#touchWatched(),
    });
    this.#timer = setInterval(() => void this.#tick(), tickMs).unref();
  }

  async stop(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    await this.#stream?.stop();
  }

  /** Listeners in this process. */
  get subscribers(): number {
    const sets = [...this.#bySite.values(), ...this.#bySession.values()];
    return sets.reduce((sum, { size }) => sum + size, 0);
  }

  /** How far behind the change stream was at the last batch, ms. */
  get lagMs(): number {
    return this.#stream?.lagMs() ?? 0;
  }

  /** Every session of a site, as it changes. */
  watchSite(site: string): AsyncIterableIterator<SessionDocument> {
    return watch(this.#bySite, site);
  }

  /** One session, as it changes. */
  watchSession(site: string, session: string): AsyncIterableIterator<SessionDocument> {
    return watch(this.#bySession, `${site}/${session}`);
  }

  /** Says that a session changed. */
  touch({ site, session }: ChangedSession): void {
    const key = `${site}/${session}`;
    if (this.#bySite.has(site) || this.#bySession.has(key)) {
      this.#changed.set(key, { site, session });
    }
  }

  /** After a gap in the stream, whoever is watched one by one is read again. */
  #touchWatched(): void {
    for (const key of this.#bySession.keys()) {
      const [site = '', session = ''] = key.split('/');
      this.touch({ site, session });
    }
  }

  async #tick(): Promise<void> {
    if (this.#reading || this.#changed.size === 0) return;
    this.#reading = true;
    const changed = [...this.#changed].slice(0, mostAtOnce);
    for (const [key] of changed) this.#changed.delete(key);
    try {
      const names = changed.map(([, { site, session }]) => ({ site, session }));
      const found = await sessions.in(this.#store.db).find({ $or: names }).toArray();
      for (const session of found) this.#publish(session);
    } catch (error) {
      this.#log.warn({ err: error }, 'changed sessions could not be read');
      for (const [key, of] of changed) this.#changed.set(key, of);
    } finally {
      this.#reading = false;
    }
  }

  #publish(session: SessionDocument): void {
    const key = `${session.site}/${session.session}`;
    for (const listener of this.#bySite.get(session.site) ?? []) listener(session);
    for (const listener of this.#bySession.get(key) ?? []) listener(session);
  }
}

function watch(
  listeners: Map<string, Set<Listener>>,
  key: string,
): AsyncIterableIterator<SessionDocument> {
  const set = listeners.get(key) ?? new Set();
  listeners.set(key, set);
  const listener: Listener = (session) => mailbox.put(session.session, session);
  const mailbox = new Mailbox<SessionDocument>(() => {
    set.delete(listener);
    if (set.size === 0) listeners.delete(key);
  });
  set.add(listener);
  return mailbox;
}
