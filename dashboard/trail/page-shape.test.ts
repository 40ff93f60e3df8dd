import { expect, test } from 'vitest';
import { linesOf } from './page-shape.ts';

const text = { kind: 'TEXT', x: 40, y: 100, width: 400, height: 24 } as const;

test('a text of one line is one bar in the middle of its box', () => {
  const near = (px: number) => expect.closeTo(px, 6) as number;
  expect(linesOf(text)).toEqual([[40, near(107.2), 400, near(9.6)]]);
});

test('a paragraph is a bar for each line, the last one shorter, none beyond its box', () => {
  const lines = linesOf({ ...text, height: 72 });
  expect(lines.map(([, , width]) => width)).toEqual([400, 400, 240]);
  for (const [, y, , height] of lines) {
    expect(y).toBeGreaterThanOrEqual(100);
    expect(y + height).toBeLessThanOrEqual(172);
  }
});

test('a heading’s lines are higher', () => {
  expect(linesOf({ ...text, kind: 'HEADING', height: 48 })).toHaveLength(1);
  expect(linesOf({ ...text, height: 48 })).toHaveLength(2);
});

test('what is lower than a line stays within its box', () => {
  const [[, y = 0, , height = 0] = []] = linesOf({ ...text, height: 8 });
  expect([y, y + height].every((edge) => edge > 100 && edge < 108)).toBe(true);
});
