import { expect, test } from 'vitest';
import { atWidth, isAlike, readShapeWidth } from './shape-width.ts';

const widths = [
  { width: 390, minWidth: null, maxWidth: 479 },
  { width: 1_280, minWidth: 1_280, maxWidth: 1_535 },
];

test('at a width clicks are placed by element; of other layers its band is asked for', () => {
  expect(atWidth('CLICKS', 390, widths)).toEqual({ shapeWidth: 390, byElement: true });
  expect(atWidth('MOVES', 390, widths)).toEqual({
    shapeWidth: 390,
    viewport: { minWidth: null, maxWidth: 479 },
  });
  expect(atWidth('TRAILS', 800, widths)).toEqual({
    shapeWidth: 800,
    viewport: { minWidth: 800, maxWidth: 800 },
  });
});

test('without a width the page is as it usually is', () => {
  expect(atWidth('DEAD', null, widths)).toEqual({});
});

test('a width comes from the address, and nonsense is none', () => {
  expect(readShapeWidth('390')).toBe(390);
  for (const text of [undefined, '', '0', '-3', 'wide', '1.5'])
    expect(readShapeWidth(text)).toBeNull();
});

test('a shape is laid under a page of about its width only', () => {
  expect(isAlike(1_280, 1_200)).toBe(true);
  expect(isAlike(390, 1_200)).toBe(false);
});
