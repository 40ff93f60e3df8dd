import { describe, expect, test } from 'vitest';
import { seekByKey, tickPath } from './scrub.ts';

describe('the line of time', () => {
  test('moves by keys, within the session', () => {
    const press = (key: string, at: number, shiftKey = false) =>
      seekByKey({ key, shiftKey }, at, 60_000);
    expect(press('ArrowRight', 10_000)).toBe(15_000);
    expect(press('ArrowLeft', 10_000, true)).toBe(9_500);
    expect(press('ArrowLeft', 1_000)).toBe(0);
    expect(press('ArrowRight', 59_000)).toBe(60_000);
    expect(press('Home', 10_000)).toBe(0);
    expect(press('End', 10_000)).toBe(60_000);
    expect(press('a', 10_000)).toBeNull();
  });

  test('has one tick for moments that fall on the same spot', () => {
    expect(tickPath([0, 10, 30_000], 60_000)).toBe('M0 0V10M500 0V10');
  });
});
