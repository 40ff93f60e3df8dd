import type { IncomingBatch } from './incoming-batch.ts';
import type { Outcome } from './outcome.ts';

/** Takes batches in, in whatever company they come. */
export interface Lane {
  /** Resolves once all are durable, or refused: an outcome a batch, in the same order. */
  readonly commit: (incoming: readonly IncomingBatch[]) => Promise<Outcome[]>;
  /** Finishes what was accepted, and lets go of what it holds: nothing may be committed from here on. */
  readonly stop: () => Promise<void>;
}
