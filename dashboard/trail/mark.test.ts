import { describe, expect, test } from 'vitest';
import { isMarkShown, type Layer, type Mark, markNear } from './mark.ts';

function mark(change: Partial<Mark>): Mark {
  return {
    id: 'm',
    viewId: 'v',
    tMs: 0,
    x: 0,
    y: 0,
    isRage: false,
    isDead: false,
    clickCount: 1,
    ...change,
  };
}
const shown = (...layers: Layer[]) => new Set(layers);

describe('a mark', () => {
  test('of a rage click goes with its own layer, not with the clicks', () => {
    expect(isMarkShown(mark({ isRage: true }), shown('clicks'))).toBe(false);
    expect(isMarkShown(mark({ isRage: true }), shown('rage'))).toBe(true);
    expect(isMarkShown(mark({}), shown('rage'))).toBe(false);
  });

  test('of a dead click shows with the clicks and with the dead ones', () => {
    expect(isMarkShown(mark({ isDead: true }), shown('clicks'))).toBe(true);
    expect(isMarkShown(mark({ isDead: true }), shown('dead'))).toBe(true);
    expect(isMarkShown(mark({ isDead: true }), shown('trail', 'rage'))).toBe(false);
  });

  test('is picked within reach, the nearest one, the later of two on a spot', () => {
    const marks = [mark({ id: 'a', x: 10 }), mark({ id: 'b', x: 30 }), mark({ id: 'c', x: 30 })];
    expect(markNear(marks, { x: 12, y: 0 }, 16)?.id).toBe('a');
    expect(markNear(marks, { x: 28, y: 0 }, 16)?.id).toBe('c');
    expect(markNear(marks, { x: 90, y: 0 }, 16)).toBeNull();
  });
});
