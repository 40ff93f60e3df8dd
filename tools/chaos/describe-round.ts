import type { PlannedRound } from './plan-rounds.ts';
import type { RoundResult } from './round.ts';

/** One round in a few lines: what broke and when, what was sent, and whether the numbers are right. */
export function describeRound({ round, forward }: PlannedRound, result: RoundResult): string {
  const { faults, sent, deliveries, differences } = result;
  const broken = faults.map(({ kind, atMs, lastsMs }) => `${kind} ${atMs}+${lastsMs} ms`);
  const verdict = differences.length === 0 ? 'ok' : 'FAILED';
  return [
    `round ${round + 1} (${forward}, ${result.seconds.toFixed(1)} s) ${verdict}: ${broken.join(', ')}`,
    `  ${sent.sessions} sessions, ${sent.batches} batches, ${sent.samples} samples, ${sent.presses} clicks; ${deliveries.posts} posts, ${deliveries.failures} without a 202, ${result.repeated} repeated, ${result.droppedReplies} replies dropped, ${deliveries.pagesClosed} pages closed, ${deliveries.refused} refused`,
    ...differences.map((difference) => `  ${difference}`),
  ].join('\n');
}
