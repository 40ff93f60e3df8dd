import { expect, it } from 'vitest';
import { computeClickCount } from './click-run.ts';

const before = { t: 1_000, x: 10, y: 10, clickCount: 2 };

it('counts a click on up to 500 ms and 5 px from the one before', () => {
  expect(computeClickCount(before, { t: 1_500, x: 13, y: 14 })).toBe(3);
  expect(computeClickCount(before, { t: 1_501, x: 10, y: 10 })).toBe(1);
  expect(computeClickCount(before, { t: 1_100, x: 16, y: 10 })).toBe(1);
});

it('starts with 1', () => {
  expect(computeClickCount(null, { t: 0, x: 0, y: 0 })).toBe(1);
});
