/** A stretch of steps that comes several times in a row, or once. */
export interface Repeat {
  readonly cycle: readonly string[];
  readonly times: number;
  /** The index of its first step. */
  readonly start: number;
}

const longestCycle = 4;

/**
 * Steps with repeated stretches written once: `a b a b a c` as `(a b)x2 a c`. From left to right the repetition that covers
 * most steps is taken, the shorter cycle of two that cover the same.
 *
 * @param steps no two neighbours are equal
 */
export function foldRepeats(steps: readonly string[]): Repeat[] {
  const folded: Repeat[] = [];
  for (let start = 0; start < steps.length; ) {
    const best = findLongest(steps, start);
    folded.push(best);
    start += best.cycle.length * best.times;
  }
  return folded;
}

function findLongest(steps: readonly string[], start: number): Repeat {
  let best: Repeat = { cycle: steps.slice(start, start + 1), times: 1, start };
  for (let length = 2; length <= longestCycle; length++) {
    const times = countTimes(steps, start, length);
    if (times >= 2 && times * length > best.cycle.length * best.times) {
      best = { cycle: steps.slice(start, start + length), times, start };
    }
  }
  return best;
}

function countTimes(steps: readonly string[], start: number, length: number): number {
  let same = 0;
  while (
    start + length + same < steps.length &&
    steps[start + same] === steps[start + length + same]
  ) {
    same++;
  }
  return 1 + Math.floor(same / length);
}
