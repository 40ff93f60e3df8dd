import type { Logger } from 'pino';
import type { CommitObserver } from '../metrics/observe-commits.ts';
import { type PartLease, takePart } from '../parts/lease.ts';
import type { CommitContext } from './commit-batches.ts';
import { Committer, type CommitterLimits, defaultLimits } from './committer.ts';
import type { IncomingBatch } from './incoming-batch.ts';
import type { Outcome } from './outcome.ts';

/** With one, this process idles while MongoDB works, and MongoDB while it computes; a third would wait for the processor. */
const laneCount = 2;

/**
 * Several committers of one process: while one waits for MongoDB, another computes. A visitor's batches always take the same lane,
 * so that lanes hardly ever write the same documents, and each knows its sessions by heart. Only speed depends on it: lanes that
 * meet end in a conflict, and run again.
 */
export class CommitLanes {
  readonly #lanes: readonly Committer[];
  readonly #parts: readonly PartLease[];

  /**
   * @param lanes each under a part of its own
   * @param parts those that are to be released once all has stopped
   */
  constructor(lanes: readonly Committer[], parts: readonly PartLease[]) {
    this.#lanes = lanes;
    this.#parts = parts;
  }

  /** Resolves once all are durable, or refused: an outcome a batch, in the same order. */
  async commit(incoming: readonly IncomingBatch[]): Promise<Outcome[]> {
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

  /** Batches that wait for a commit, and how long the first of them has. */
  get backlog(): { readonly batches: number; readonly oldestMs: number } {
    const all = this.#lanes.map(({ backlog }) => backlog);
    return {
      batches: all.reduce((sum, { batches }) => sum + batches, 0),
      oldestMs: Math.max(...all.map(({ oldestMs }) => oldestMs)),
    };
  }

  /** Finishes what was accepted; what comes after is answered `RETRY`. */
  async stop(): Promise<void> {
    await Promise.all(this.#lanes.map((lane) => lane.stop()));
    await Promise.all(this.#parts.map((part) => part.release()));
  }
}

/**
 * Opens the lanes of a process: the first commits under the part that `context` holds, each other one under a part of its own.
 *
 * @param limits `waitingBatches`: in all lanes together
 */
export async function openLanes(
  context: CommitContext,
  log: Logger,
  limits: Partial<CommitterLimits> = {},
  observe: CommitObserver | null = null,
): Promise<CommitLanes> {
  const each = { ...defaultLimits, ...limits };
  const room = { taken: 0 };
  const more = Array.from({ length: laneCount - 1 }, () => takePart(context.store));
  const own = await Promise.all(more);
  const committers = [context.part, ...own].map(
    (part) => new Committer({ ...context, part }, log, each, observe, room),
  );
  return new CommitLanes(committers, own);
}

/** FNV-1a, of which the upper half is well mixed. */
function hash(text: string): number {
  let value = 0x811c_9dc5;
  for (let i = 0; i < text.length; i++) {
    value = Math.imul(value ^ text.charCodeAt(i), 0x0100_0193);
  }
  return value >>> 16;
}
