import { expect, it } from 'vitest';
import { computePathLength } from './path-length.ts';

it('measures the way through the points, not the way between first and last', () => {
  const points = [
    { x: 0, y: 0 },
    { x: 3, y: 4 },
    { x: 3, y: 10 },
    { x: 0, y: 10 },
  ];
  expect(computePathLength(points)).toBe(5 + 6 + 3);
});

it('is 0 where there is no way', () => {
  expect(computePathLength([])).toBe(0);
  expect(computePathLength([{ x: 5, y: 5 }])).toBe(0);
});
