import { expect, test } from 'vitest';
import { lowestOf } from './lowest.ts';

const trail = {
  length: 2,
  tMs: Int32Array.of(0, 50, 100),
  x: Int32Array.of(0, 0, 0),
  // The third is spare room, not a sample.
  y: Int32Array.of(10, 1_220, 9_000),
};

test('the lowest place is that of the trail or of a click, with a little room below', () => {
  expect(lowestOf(trail, [], 800)).toBe(1_300);
  expect(lowestOf(trail, [{ y: 1_980 }], 800)).toBe(2_100);
});

test('what the window showed at first always counts', () => {
  expect(lowestOf({ ...trail, length: 1 }, [], 800)).toBe(800);
});
