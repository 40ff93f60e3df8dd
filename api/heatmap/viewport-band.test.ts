import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bandOf, bandStarts, bandsOf, isWithin } from './viewport-band.ts';

test('a width lies in the band that begins at or below it', () => {
  expect(bandOf(1)).toBe(0);
  expect(bandOf(767)).toBe(480);
  expect(bandOf(768)).toBe(768);
  expect(bandOf(9000)).toBe(2560);
});

test('a range that is made of whole bands holds exactly the widths of those bands', () => {
  const edges = [null, ...bandStarts.slice(1)];
  fc.assert(
    fc.property(
      fc.constantFrom(...edges),
      fc.constantFrom(...edges),
      fc.nat(4000),
      (from, end, width) => {
        fc.pre(from === null || end === null || from < end);
        const range = { min: from, max: end === null ? null : end - 1 };
        const bands = bandsOf(range);
        expect(bands).not.toBeNull();
        expect(bands?.includes(bandOf(width))).toBe(isWithin(width, range));
      },
    ),
  );
});

test('a range that begins or ends within a band is not answered by bands', () => {
  expect(bandsOf({ min: 1000, max: null })).toBeNull();
  expect(bandsOf({ min: 768, max: 1200 })).toBeNull();
  expect(bandsOf({ min: 1200, max: 1200 })).toBeNull();
  expect(bandsOf({ min: 768, max: 1279 })).toEqual([768, 1024]);
});
