import { type Binary, ReadConcern } from 'mongodb';
import type { Logger } from 'pino';
import type { Store } from './open-store.ts';

/** A transaction that waits for its process to go on. */
export interface IdleTransaction {
  readonly session: Binary;
  /** How long it has worked, all in all, µs: it grows with each operation. */
  readonly activeMicros: number;
}

/** Since when a transaction has done nothing, ms by any clock. */
export interface Standstill extends IdleTransaction {
  readonly sinceMs: number;
}

interface CurrentOperation {
  readonly lsid: { readonly id: Binary };
  readonly transaction: { readonly timeActiveMicros: number };
}

const idleMs = 10_000;
const lookEveryMs = 3_000;

/**
 * What stands still now: what did so at the last look and has not worked since keeps its time.
 *
 * @param before what stood still at the last look, by session
 * @param idle what is idle now
 */
export function followStandstills(
  before: ReadonlyMap<string, Standstill>,
  idle: readonly IdleTransaction[],
  nowMs: number,
): Map<string, Standstill> {
  return new Map(
    idle.map((one) => {
      const name = one.session.toString('hex');
      const known = before.get(name);
      const isStill = known?.activeMicros === one.activeMicros;
      return [name, isStill ? known : { ...one, sinceMs: nowMs }];
    }),
  );
}

/**
 * Ends transactions of ours whose process is gone. A process that was killed leaves its transaction open, with everything in it
 * locked, and MongoDB keeps that for a minute: so long no batch of the same visitors could be taken in, by no process. One that
 * was only slow is told to begin again, as after any conflict.
 *
 * Where `$currentOp` is not allowed, the minute it is.
 */
export class AbandonedTransactions {
  readonly #store: Store;
  readonly #times: { readonly idleMs: number; readonly lookEveryMs: number };
  readonly #log: Logger;
  #standstills = new Map<string, Standstill>();
  #timer: NodeJS.Timeout | null = null;
  #looking: Promise<void> | null = null;

  constructor(store: Store, log: Logger, times = { idleMs, lookEveryMs }) {
    this.#store = store;
    this.#log = log;
    this.#times = times;
  }

  start(): void {
    this.#timer = setInterval(() => {
      this.#looking ??= this.#look()
        .catch((error: unknown) => {
          this.#log.debug({ err: error }, 'abandoned transactions could not be looked for');
        })
        .finally(() => {
          this.#looking = null;
        });
    }, this.#times.lookEveryMs).unref();
  }

  async stop(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    await this.#looking;
  }

  async #look(): Promise<void> {
    const admin = this.#store.client.db('admin', { readConcern: new ReadConcern('local') });
    const operations = await admin
      .aggregate<CurrentOperation>([
        { $currentOp: { idleSessions: true } },
        { $match: { type: 'idleSession', appName: this.#store.appName } },
        { $project: { 'lsid.id': 1, 'transaction.timeActiveMicros': 1 } },
      ])
      .toArray();
    const idle = operations.map(({ lsid, transaction }) => ({
      session: lsid.id,
      activeMicros: transaction.timeActiveMicros,
    }));
    const now = performance.now();
    this.#standstills = followStandstills(this.#standstills, idle, now);
    const abandoned = [...this.#standstills.values()].filter(
      ({ sinceMs }) => now - sinceMs >= this.#times.idleMs,
    );
    if (abandoned.length === 0) return;
    await admin.command({ killSessions: abandoned.map(({ session }) => ({ id: session })) });
  }
}
