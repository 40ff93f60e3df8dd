import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowsInSight } from './row-window.ts';

test('rows in sight are those that the screen cuts or holds', () => {
  expect(rowsInSight(0, 600, 60)).toEqual({ first: 0, end: 10 });
  expect(rowsInSight(90, 600, 60)).toEqual({ first: 1, end: 12 });
  expect(rowsInSight(600_000, 600, 60)).toEqual({ first: 10_000, end: 10_010 });
});

test('a list that begins below the edge shows fewer, and one below the screen none', () => {
  expect(rowsInSight(-240, 600, 60)).toEqual({ first: 0, end: 6 });
  expect(rowsInSight(-900, 600, 60)).toEqual({ first: 0, end: 0 });
});

test('no row in sight is missing, and none out of sight is taken', () => {
  const px = fc.integer({ min: -5_000, max: 1_000_000 });
  fc.assert(
    fc.property(px, fc.integer({ min: 1, max: 3_000 }), (above, screen) => {
      const { first, end } = rowsInSight(above, screen, 60);
      if (end > first) {
        expect((first + 1) * 60).toBeGreaterThan(above);
        expect((end - 1) * 60).toBeLessThan(above + screen);
      }
      expect(Math.max(0, first * 60)).toBeLessThanOrEqual(Math.max(0, above));
      expect(end * 60).toBeGreaterThanOrEqual(above + screen - (end === 0 ? 5_000 : 0));
    }),
  );
});
