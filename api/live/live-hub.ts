import type { Logger } from 'pino';
import type { Store } from '../store/open-store.ts';
import { type SessionDocument, sessions } from '../store/sessions.ts';
import { type BatchStream, type ChangedSession, followBatches } from './batch-stream.ts';
import { Mailbox } from './mailbox.ts';
import { Pace } from './pace.ts';

/** A session is told of at most four times a second. */
const restMs = 250;
/** Sessions read by one query. */
const mostAtOnce = 200;

type Listener = (session: SessionDocument) => void;

/**
 * Tells subscribers which sessions changed: one change stream for the process, one read for all sessions that changed with a
 * commit, however many subscribers there are, fanned out in memory. A session's first change is told at once; only what follows
 * within a quarter of a second waits for the end of it.
 */
export class LiveHub {
  readonly #store: Store;
  readonly #log: Logger;
  readonly #bySite = new Map<string, Set<Listener>>();
  readonly #bySession = new Map<string, Set<Listener>>();
  readonly #pace = new Pace(restMs);
  #timer: NodeJS.Timeout | undefined;
  /** When the timer goes off, by `performance.now()`. */
  #wakesAt = Number.POSITIVE_INFINITY;
  #reading: Promise<void> | null = null;
  #stopped = false;
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
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#stream?.stop();
    await this.#reading;
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
    return watch(this.#bySession, keyOf(site, session));
  }

  /** Says that a session changed. */
  touch({ site, session }: ChangedSession): void {
    const key = keyOf(site, session);
    if (!this.#bySite.has(site) && !this.#bySession.has(key)) return;
    this.#wakeBy(this.#pace.note(key, performance.now()));
  }

  /** After a gap in the stream, whoever is watched one by one is read again. */
  #touchWatched(): void {
    for (const key of this.#bySession.keys()) this.touch(parseKey(key));
  }

  /** Not sooner than the next turn of the event loop: a commit's batches come together, and are read together. */
  #wakeBy(at: number): void {
    if (this.#stopped || this.#reading || at >= this.#wakesAt) return;
    clearTimeout(this.#timer);
    this.#wakesAt = at;
    this.#timer = setTimeout(() => this.#wake(), Math.ceil(at - performance.now())).unref();
  }

  #wake(): void {
    this.#wakesAt = Number.POSITIVE_INFINITY;
    this.#reading = this.#tell(this.#pace.take(performance.now(), mostAtOnce)).finally(() => {
      this.#reading = null;
      const next = this.#pace.nextAt(performance.now());
      if (next !== null) this.#wakeBy(next);
    });
  }

  async #tell(keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return;
    try {
      for (const session of await this.#read(keys)) this.#publish(session);
    } catch (error) {
      this.#log.warn({ err: error }, 'changed sessions could not be read');
      for (const key of keys) this.#pace.note(key, performance.now());
    }
  }

  /** By lists: MongoDB plans each branch of an `$or` for itself. What two sites may both have is told apart here. */
  async #read(keys: readonly string[]): Promise<SessionDocument[]> {
    const names = keys.map(parseKey);
    const wanted = new Set(keys);
    const found = await sessions
      .in(this.#store.db)
      .find({
        site: { $in: [...new Set(names.map(({ site }) => site))] },
        session: { $in: [...new Set(names.map(({ session }) => session))] },
      })
      .toArray();
    return found.filter(({ site, session }) => wanted.has(keyOf(site, session)));
  }

  #publish(session: SessionDocument): void {
    const key = keyOf(session.site, session.session);
    for (const listener of this.#bySite.get(session.site) ?? []) listener(session);
    for (const listener of this.#bySession.get(key) ?? []) listener(session);
  }
}

/** Neither name holds a slash. */
function keyOf(site: string, session: string): string {
  return `${site}/${session}`;
}

function parseKey(key: string): ChangedSession {
  const [site = '', session = ''] = key.split('/');
  return { site, session };
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
