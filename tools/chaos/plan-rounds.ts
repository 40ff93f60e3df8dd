import { makeRandom } from '../../api/testing/random-visits.ts';
import type { Forward } from './chaos-system.ts';
import { chooseCombinations } from './combinations.ts';
import { type FaultKind, findPossible } from './faults.ts';

export interface PlannedRound {
  /** From 0. */
  readonly round: number;
  readonly forward: Forward;
  readonly kinds: readonly FaultKind[];
}

/**
 * What breaks in each round, and how batches travel: every third round through the Queue, where both ways are wanted.
 *
 * @param rounds how many, from the first on: what a round has does not depend on it
 */
export function planRounds(
  rounds: number,
  forwards: readonly Forward[],
  seed: number,
): PlannedRound[] {
  const combinations = new Map(
    forwards.map((forward) => [
      forward,
      chooseCombinations(findPossible(forward), makeRandom(seed)),
    ]),
  );
  const had = new Map<Forward, number>();
  return Array.from({ length: rounds }, (_, round) => {
    const forward = forwards[round % 3 === 2 ? forwards.length - 1 : 0] ?? 'direct';
    const own = combinations.get(forward) ?? [];
    const count = had.get(forward) ?? 0;
    had.set(forward, count + 1);
    return { round, forward, kinds: own[count % own.length] ?? [] };
  });
}
