import { expect, test } from 'vitest';
import { placeAnchored } from './place-anchored.ts';

const box = { kind: 'CONTROL', x: 100, y: 400, width: 200, height: 40 } as const;

test('clicks fall on their element’s box, at its share, and add up by cell', () => {
  const placed = placeAnchored(
    [
      { x: 0.5, y: 0.5, count: 6, box },
      { x: 0.525, y: 0.525, count: 2, box },
      { x: 0.025, y: 0.5, count: 2, box: { ...box, x: 0 } },
    ],
    20,
  );
  expect(placed).toEqual({
    cells: [
      { x: 200, y: 420, count: 8, intensity: 1, uniqueUsers: null },
      { x: 0, y: 420, count: 2, intensity: 0.25, uniqueUsers: null },
    ],
    maxCount: 8,
    elsewhere: 0,
  });
});

test('clicks on what the shape does not have are told, and not drawn', () => {
  expect(placeAnchored([{ x: 0.5, y: 0.5, count: 6, box: null }], 20)).toEqual({
    cells: [],
    maxCount: 0,
    elsewhere: 6,
  });
});
