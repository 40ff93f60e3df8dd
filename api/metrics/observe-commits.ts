import type { IncomingBatch } from '../ingest/incoming-batch.ts';
import type { Outcome } from '../ingest/outcome.ts';
import type { Metrics } from './metrics.ts';

/** What became of batches that shared a commit. */
export interface CommitReport {
  readonly batches: number;
  readonly tookMs: number;
  /** When the collector took each of the batches that were accepted, ms since 1970. */
  readonly acceptedAt: readonly number[];
  /** What their browsers had to drop. */
  readonly lost: { readonly moves: number; readonly events: number };
}

/** Hears of each group of batches once all of them have an outcome. */
export type CommitObserver = (report: CommitReport) => void;

export function reportCommit(
  group: readonly IncomingBatch[],
  outcomes: readonly Outcome[],
  tookMs: number,
): CommitReport {
  const accepted = group.filter((_, i) => outcomes[i]?.status === 'ACCEPTED');
  const sum = (what: 'moves' | 'events') =>
    accepted.reduce((total, { batch }) => total + batch.lost[what], 0);
  return {
    batches: group.length,
    tookMs,
    acceptedAt: accepted.map(({ receivedAt }) => receivedAt),
    lost: { moves: sum('moves'), events: sum('events') },
  };
}

export function makeCommitObserver(metrics: Metrics): CommitObserver {
  return ({ batches, tookMs, acceptedAt, lost }) => {
    metrics.commitBatches.observe(batches);
    metrics.commitSeconds.observe(tookMs / 1_000);
    const now = Date.now();
    for (const at of acceptedAt) metrics.batchAgeSeconds.observe(Math.max(0, now - at) / 1_000);
    metrics.lost.inc({ what: 'moves' }, lost.moves);
    metrics.lost.inc({ what: 'events' }, lost.events);
  };
}

/** Every batch that was handed over is counted once for every answer it got. */
export function countOutcomes({ batches }: Metrics, outcomes: readonly Outcome[]): void {
  for (const { status, dropped } of outcomes) {
    batches.inc({ outcome: dropped ? 'dropped' : status.toLowerCase() });
  }
}
