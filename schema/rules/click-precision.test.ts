import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addOffsets, computeClickPrecision, measureOffset, noOffsets } from './click-precision.ts';

const click = (xPx: number, yPx = 0, pointer = 0) => ({
  elementXMyriad: 5_000 + (xPx / 200) * 10_000,
  elementYMyriad: 5_000 + (yPx / 100) * 10_000,
  elementWidth: 200,
  elementHeight: 100,
  pointer,
});
const sum = (clicks: readonly Parameters<typeof measureOffset>[0][]) =>
  clicks.map(measureOffset).reduce((a, b) => addOffsets(a, b), noOffsets);

describe('click precision', () => {
  it('is unknown below 5 clicks', () => {
    expect(computeClickPrecision(sum([1, 2, 3, 4].map((x) => click(x))))).toBeNull();
    expect(computeClickPrecision(sum([0, 0, 0, 0, 0].map((x) => click(x))))).toBe(100);
  });

  it('is 100 less the mean of the sample standard deviations of both offsets, px', () => {
    // Offsets x 10, 20, 30, 40, 50: sd = sqrt(1,000 / 4); y always 0.
    const clicks = [10, 20, 30, 40, 50].map((x) => click(x));
    expect(computeClickPrecision(sum(clicks))).toBeCloseTo(100 - Math.sqrt(250) / 2, 10);
  });

  it('does not care where on the page, or how far off the middle, as long as it is steady', () => {
    expect(computeClickPrecision(sum([90, 90, 90, 90, 90].map((x) => click(x))))).toBe(100);
  });

  it('is never below 0', () => {
    const wide = [-1, 1, -1, 1, -1].map((side) => ({
      ...click(0),
      elementWidth: 4_000,
      elementXMyriad: 5_000 + side * 5_000,
    }));
    expect(computeClickPrecision(sum(wide))).toBe(0);
  });

  it('leaves out what has no place in an element', () => {
    expect(measureOffset(click(10, 10, 3))).toEqual(noOffsets);
    expect(measureOffset({ ...click(10), elementWidth: 0 })).toEqual(noOffsets);
  });

  it('is what it was once a click is taken back', () => {
    const places = fc.array(fc.tuple(fc.integer({ min: -100, max: 100 }), fc.nat(50)), {
      minLength: 1,
    });
    fc.assert(
      fc.property(places, ([[firstX, firstY] = [0, 0], ...others]) => {
        const before = sum(others.map(([x, y]) => click(x, y)));
        const one = measureOffset(click(firstX, firstY));
        expect(addOffsets(addOffsets(before, one), one, -1)).toEqual(before);
      }),
    );
  });
});
