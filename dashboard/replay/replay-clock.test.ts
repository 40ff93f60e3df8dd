import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { advance, findIdleGaps, IDLE_MS, readMoment, writeMoment } from './replay-clock.ts';

describe('the replay’s clock', () => {
  test('goes with the chosen speed and stops at the end', () => {
    expect(advance(1_000, 100, 1, 60_000, [])).toBe(1_100);
    expect(advance(1_000, 100, 8, 60_000, [])).toBe(1_800);
    expect(advance(1_000, 100, 0.5, 60_000, [])).toBe(1_050);
    expect(advance(59_990, 100, 1, 60_000, [])).toBe(60_000);
  });

  test('jumps over what is idle and loses no time by it', () => {
    const gaps = [{ fromMs: 2_000, toMs: 10_000 }];
    expect(advance(1_950, 100, 1, 60_000, gaps)).toBe(10_050);
    expect(advance(1_800, 100, 1, 60_000, gaps)).toBe(1_900);
    expect(advance(5_000, 100, 1, 60_000, gaps)).toBe(10_100);
    expect(advance(20_000, 100, 1, 60_000, gaps)).toBe(20_100);
  });

  test('never goes back', () => {
    const gap = fc.tuple(fc.nat(10_000), fc.nat(10_000));
    fc.assert(
      fc.property(fc.array(gap), fc.nat(20_000), fc.nat(300), (pairs, at, passed) => {
        const gaps = pairs
          .map(([fromMs, length]) => ({ fromMs, toMs: fromMs + length }))
          .toSorted((a, b) => a.fromMs - b.fromMs);
        const next = advance(at, passed, 2, 30_000, gaps);
        expect(next).toBeGreaterThanOrEqual(Math.min(at, 30_000));
        expect(next).toBeLessThanOrEqual(30_000);
      }),
    );
  });
});

describe('an idle gap', () => {
  test('is a pause of three seconds and more, a little kept at both ends', () => {
    expect(findIdleGaps([0, IDLE_MS - 1], IDLE_MS)).toEqual([]);
    expect(findIdleGaps([0, IDLE_MS], IDLE_MS)).toEqual([{ fromMs: 400, toMs: IDLE_MS - 400 }]);
  });

  test('may stand at the beginning and at the end', () => {
    expect(findIdleGaps([8_000], 20_000)).toEqual([
      { fromMs: 400, toMs: 7_600 },
      { fromMs: 8_400, toMs: 19_600 },
    ]);
  });
});

describe('the moment in the address', () => {
  test('is seconds', () => {
    expect(readMoment('12.3')).toBe(12_300);
    expect(writeMoment(12_345)).toBe('12.345');
    expect(writeMoment(null)).toBeUndefined();
  });

  test('is the very ms that was meant, or the one just before', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 86_400_000, noNaN: true }), (at) => {
        expect(readMoment(writeMoment(at))).toBe(Math.floor(at));
      }),
    );
  });

  test('is none where it makes no sense', () => {
    for (const text of [undefined, '', 'soon', '-3', 'Infinity'])
      expect(readMoment(text)).toBeNull();
  });
});
