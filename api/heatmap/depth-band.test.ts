import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attentionByBand, BAND_COUNT, deepestBand, initialDepthPercent } from './depth-band.ts';

test('a band is reached as soon as any of it was seen', () => {
  expect(deepestBand(0)).toBe(0);
  expect(deepestBand(5)).toBe(0);
  expect(deepestBand(5.01)).toBe(1);
  expect(deepestBand(95)).toBe(18);
  expect(deepestBand(95.01)).toBe(19);
  expect(deepestBand(100)).toBe(19);
});

test('a page that fits into the window was seen to its end', () => {
  expect(initialDepthPercent(800, 2000)).toBe(40);
  expect(initialDepthPercent(800, 600)).toBe(100);
  expect(initialDepthPercent(800, 0)).toBe(100);
});

test('a stay counts for a band by the part of it that was on screen', () => {
  const stay = { fromPx: 50, toPx: 200, heightPx: 2000, durationMs: 1000 };
  expect([...attentionByBand(stay)]).toEqual([
    [0, 500],
    [1, 1000],
  ]);
});

test('no band gets more than the time of the stay, and all of them what was on screen', () => {
  fc.assert(
    fc.property(
      fc.nat(5000),
      fc.nat(2000),
      fc.integer({ min: 1, max: 7000 }),
      fc.nat(60_000),
      (from, seen, height, ms) => {
        const bands = attentionByBand({
          fromPx: from,
          toPx: from + seen,
          heightPx: height,
          durationMs: ms,
        });
        let total = 0;
        for (const part of bands.values()) {
          expect(part).toBeLessThanOrEqual(ms);
          total += part;
        }
        const onScreenPx = Math.max(0, Math.min(height, from + seen) - from);
        const expected = (ms * onScreenPx * BAND_COUNT) / height;
        expect(Math.abs(total - expected)).toBeLessThanOrEqual(BAND_COUNT / 2 + 1e-6);
      },
    ),
  );
});
