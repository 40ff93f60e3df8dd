import { expect, it } from 'vitest';
import { followZigzag, startZigzag } from './zigzag.ts';

function countTurns(values: readonly number[], threshold: number): number {
  const [first = 0, ...others] = values;
  let zigzag = startZigzag(first);
  let turns = 0;
  for (const value of others) {
    const step = followZigzag(zigzag, value, threshold);
    zigzag = step.zigzag;
    if (step.turned) turns++;
  }
  return turns;
}

it('counts a turn between two runs that reach the threshold, the limit included', () => {
  expect(countTurns([0, 100, 0], 100)).toBe(1);
  expect(countTurns([0, 100, 1], 100)).toBe(0);
  expect(countTurns([0, 99, 0], 100)).toBe(0);
});

it('measures each run from the extreme, over any number of steps', () => {
  expect(countTurns([0, 60, 120, 180, 130, 79], 100)).toBe(1);
  expect(countTurns([0, 200, 150, 250, 160], 100)).toBe(0);
  expect(countTurns([0, -100, 0, -100, 0], 100)).toBe(3);
});
