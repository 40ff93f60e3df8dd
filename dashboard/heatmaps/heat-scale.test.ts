import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bandLegend, heatColors, heatLegend, heatStep, heatSteps } from './heat-scale.ts';

test('every count has exactly one range of the legend, that of its step', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (most, share) => {
        const count = Math.max(1, Math.round(most * share));
        const ranges = heatLegend(most).filter(({ from, to }) => from <= count && count <= to);
        expect(ranges.map(({ step }) => step)).toEqual([heatStep(count / most)]);
      },
    ),
  );
});

test('the largest cell has the last step', () => {
  expect(heatStep(1)).toBe(heatSteps - 1);
  expect(heatStep(0.0001)).toBe(0);
});

test('steps are told apart by lightness alone', () => {
  const lightness = (color: string) =>
    0.2126 * Number.parseInt(color.slice(1, 3), 16) +
    0.7152 * Number.parseInt(color.slice(3, 5), 16) +
    0.0722 * Number.parseInt(color.slice(5, 7), 16);
  const light = heatColors(false).map(lightness);
  expect(light).toEqual(light.toSorted((a, b) => b - a));
  const dark = heatColors(true).map(lightness);
  expect(dark).toEqual(dark.toSorted((a, b) => a - b));
});

test('the legend of bands covers all shares, and each has the step that it is drawn in', () => {
  const ranges = bandLegend();
  expect(ranges.map(({ from }) => from)).toEqual([0, 3, 11, 25, 44, 69]);
  expect(ranges.at(-1)?.to).toBe(100);
  for (const { step, from, to } of ranges) expect(heatStep((from + to) / 200)).toBe(step);
});
