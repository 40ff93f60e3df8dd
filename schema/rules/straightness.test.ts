import { expect, it } from 'vitest';
import { computeStraightness } from './straightness.ts';

it('is 1 on a straight line and 0 back at the start', () => {
  expect(computeStraightness(10, 10)).toBe(1);
  expect(computeStraightness(0, 10)).toBe(0);
  expect(computeStraightness(5, 10)).toBe(0.5);
});

it('is unknown where nothing moved', () => {
  expect(computeStraightness(0, 0)).toBeNull();
});
