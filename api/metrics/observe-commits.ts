import type { IncomingBatch } from '../ingest/incoming-batch.ts';
import type { Outcome } from '../ingest/outcome.ts';
import type { Metrics } from './metrics.ts';

/** What a committer tells of a group of batches once all of them have an outcome. */
export type CommitObserver = (
  group: readonly IncomingBatch[],
  outcomes: readonly Outcome[],
  tookMs: number,
) => void;

export function makeCommitObserver(metrics: Metrics): CommitObserver {
  return (group, outcomes, tookMs) => {
    metrics.commitBatches.observe(group.length);
    metrics.commitSeconds.observe(tookMs / 1_000);
    const now = Date.now();
    group.forEach(({ receivedAt, batch }, i) => {
      const outcome = outcomes[i];
      if (outcome?.status !== 'ACCEPTED') return;
      metrics.batchAgeSeconds.observe(Math.max(0, now - receivedAt) / 1_000);
      metrics.lost.inc({ what: 'moves' }, batch.lost.moves);
      metrics.lost.inc({ what: 'events' }, batch.lost.events);
    });
  };
}

/** Every batch that was handed over is counted once for every answer it got. */
export function countOutcomes({ batches }: Metrics, outcomes: readonly Outcome[]): void {
  for (const { status, dropped } of outcomes) {
    batches.inc({ outcome: dropped ? 'dropped' : status.toLowerCase() });
  }
}
