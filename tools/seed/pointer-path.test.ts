import fc from 'fast-check';
import { expect, it } from 'vitest';
import { makeChance } from './chance.ts';
import { makePath, sampleMs } from './pointer-path.ts';

const anyPoint = fc.record({ x: fc.nat(1_900), y: fc.nat(1_000) });

it('ends where it was going, within two seconds at a usual pace', () => {
  fc.assert(
    fc.property(anyPoint, anyPoint, fc.integer({ min: 10, max: 400 }), (from, to, width) => {
      const path = makePath(from, to, width, 1, makeChance('path'));
      expect(path.at(-1)).toEqual(to);
      expect(path.length * sampleMs).toBeLessThanOrEqual(2_000);
    }),
  );
});

it('is fastest in the middle', () => {
  const path = makePath({ x: 0, y: 0 }, { x: 1_000, y: 0 }, 40, 1, makeChance('path'));
  const steps = path.map(({ x }, i) => x - (path[i - 1]?.x ?? 0));
  const middle = steps[Math.floor(steps.length / 2)] ?? 0;
  expect(middle).toBeGreaterThan(3 * (steps[0] ?? 0));
  expect(middle).toBeGreaterThan(3 * (steps.at(-1) ?? 0));
});

it('takes longer to what is small, and longer in a slow hand', () => {
  const length = (width: number, pace: number) =>
    makePath({ x: 0, y: 0 }, { x: 900, y: 300 }, width, pace, makeChance('path')).length;
  expect(length(12, 1)).toBeGreaterThan(length(300, 1));
  expect(length(50, 2)).toBeGreaterThan(length(50, 1));
});
