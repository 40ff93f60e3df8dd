import type { Logger } from 'pino';
import type { CommitObserver } from '../metrics/observe-commits.ts';
import type { CommitContext } from './commit-batches.ts';
import { Committer, type CommitterLimits, defaultLimits } from './committer.ts';
import type { IncomingBatch } from './incoming-batch.ts';
import type { Lane } from './lane.ts';
import type { Outcome } from './outcome.ts';
import { ThreadedLane } from './threaded-lane.ts';

export interface LaneLimits extends CommitterLimits {
  /** Batches that may be without an outcome, in all lanes; further ones are answered `RETRY`. */
  readonly waitingBatches: number;
}

const usualLimits: LaneLimits = { ...defaultLimits, waitingBatches: 2_000 };

/**
 * Several lanes of one process: while one waits for MongoDB, another computes. A visitor's batches always take the same lane, so that
 * lanes hardly ever write the same documents, and each knows its sessions by heart. Only speed depends on it: lanes that meet end in a
 * conflict, and run again.
 */
export class CommitLanes {
  readonly #lanes: readonly Lane[];
  readonly #mostWaiting: number;
  /** Calls whose batches have no outcome yet, the oldest first; `since` by `performance.now()`. */
  readonly #calls = new Set<{ readonly since: number }>();
  #waiting = 0;
  #stopped = false;

  constructor(lanes: readonly Lane[], mostWaiting: number = usualLimits.waitingBatches) {
    this.#lanes = lanes;
    this.#mostWaiting = mostWaiting;
  }

  /** Resolves once all are durable, or refused: an outcome a batch, in the same order. */
  async commit(incoming: readonly IncomingBatch[]): Promise<Outcome[]> {
    if (this.#stopped) return refuse(incoming, 'The API is stopping.');
    const room = Math.max(0, this.#mostWaiting - this.#waiting);
    const taken = incoming.slice(0, room);
    const outcomes = taken.length > 0 ? await this.#commitAll(taken) : [];
    return [...outcomes, ...refuse(incoming.slice(room), 'Too many batches are waiting.')];
  }

  /** Batches that have no outcome yet, and how long the first of them has waited for one. */
  get backlog(): { readonly batches: number; readonly oldestMs: number } {
    const [oldest] = this.#calls;
    return { batches: this.#waiting, oldestMs: oldest ? performance.now() - oldest.since : 0 };
  }

  /** Finishes what was accepted; what comes after is answered `RETRY`. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all(this.#lanes.map((lane) => lane.stop()));
  }

  async #commitAll(incoming: readonly IncomingBatch[]): Promise<Outcome[]> {
    const call = { since: performance.now() };
    this.#calls.add(call);
    this.#waiting += incoming.length;
    try {
      return await this.#divide(incoming);
    } finally {
      this.#calls.delete(call);
      this.#waiting -= incoming.length;
    }
  }

  async #divide(incoming: readonly IncomingBatch[]): Promise<Outcome[]> {
    const outcomes = new Map<IncomingBatch, Outcome>();
    const byLane = Map.groupBy(incoming, ({ batch }) => hash(batch.visitor) % this.#lanes.length);
    const told = [...byLane].map(async ([number, batches]) => {
      const answers = (await this.#lanes[number]?.commit(batches)) ?? [];
      for (const [i, outcome] of answers.entries()) {
        const one = batches[i];
        if (one) outcomes.set(one, outcome);
      }
    });
    await Promise.all(told);
    return incoming.map((one) => outcomes.get(one) ?? { status: 'RETRY' });
  }
}

export interface LaneOptions {
  readonly mongodbUri: string;
  /** Lanes, each in a thread; 0: one, in this thread. */
  readonly threads: number;
  readonly limits?: Partial<LaneLimits> | undefined;
}

/** Opens the lanes of a process: in this thread under the part that `context` holds, in others each under a part of its own. */
export async function openLanes(
  { mongodbUri, threads, limits = {} }: LaneOptions,
  context: CommitContext,
  log: Logger,
  observe: CommitObserver,
): Promise<CommitLanes> {
  const { waitingBatches, ...each } = { ...usualLimits, ...limits };
  if (threads === 0) {
    return new CommitLanes([new Committer(context, log, each, observe)], waitingBatches);
  }
  const settings = { mongodbUri, limits: each, logLevel: log.level };
  const started = Array.from({ length: threads }, () => ThreadedLane.start(settings, observe));
  return new CommitLanes(await Promise.all(started), waitingBatches);
}

function refuse(incoming: readonly IncomingBatch[], reason: string): Outcome[] {
  return incoming.map(() => ({ status: 'RETRY', reason }));
}

/** FNV-1a, of which the upper half is well mixed. */
function hash(text: string): number {
  let value = 0x811c_9dc5;
  for (let i = 0; i < text.length; i++) {
    value = Math.imul(value ^ text.charCodeAt(i), 0x0100_0193);
  }
  return value >>> 16;
}
