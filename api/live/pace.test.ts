import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Pace } from './pace.ts';

const restMs = 250;
const many = 1_000;

test('the first change goes through at once, the next when the rest is over', () => {
  const pace = new Pace(restMs);
  expect(pace.note('a', 1_000)).toBe(1_000);
  expect(pace.take(1_000, many)).toEqual(['a']);
  expect(pace.note('a', 1_010)).toBe(1_250);
  expect(pace.take(1_249, many)).toEqual([]);
  expect(pace.nextAt(1_249)).toBe(1_250);
  expect(pace.take(1_250, many)).toEqual(['a']);
  expect(pace.nextAt(1_250)).toBeNull();
});

test('changes that come while one waits count as one, and hold up nobody else', () => {
  const pace = new Pace(restMs);
  pace.note('a', 0);
  pace.take(0, many);
  for (const now of [10, 20, 30]) pace.note('a', now);
  expect(pace.note('b', 40)).toBe(40);
  expect(pace.take(40, many)).toEqual(['b']);
  expect(pace.take(250, many)).toEqual(['a']);
  expect(pace.take(10_000, many)).toEqual([]);
});

test('what does not fit goes next, first come first served', () => {
  const pace = new Pace(restMs);
  for (const key of ['a', 'b', 'c']) pace.note(key, 0);
  expect(pace.take(0, 2)).toEqual(['a', 'b']);
  expect(pace.nextAt(0)).toBe(0);
  expect(pace.take(0, 2)).toEqual(['c']);
});

/** Notes what happens, looking only at times, then looks until nothing waits. @returns when each was let through */
function play(happenings: readonly Happening[]): Map<string, number[]> {
  const pace = new Pace(restMs);
  const through = new Map<string, number[]>();
  const look = (now: number) => {
    for (const key of pace.take(now, many)) through.set(key, [...(through.get(key) ?? []), now]);
  };
  let now = 0;
  for (const { key, afterMs, looks } of happenings) {
    now += afterMs;
    pace.note(key, now);
    if (looks) look(now);
  }
  for (let at = pace.nextAt(now); at !== null; at = pace.nextAt(at)) look(at);
  return through;
}

interface Happening {
  readonly key: string;
  readonly afterMs: number;
  readonly looks: boolean;
}

const happenings = fc.array(
  fc.record({ key: fc.constantFrom('a', 'b', 'c'), afterMs: fc.nat(120), looks: fc.boolean() }),
);

test('whatever comes when, each name goes through at most once in a rest', () => {
  fc.assert(
    fc.property(happenings, (all) => {
      for (const times of play(all).values()) {
        const rests = times.slice(1).map((time, i) => time - (times[i] ?? 0));
        expect(Math.min(restMs, ...rests)).toBe(restMs);
      }
    }),
  );
});

test('whatever comes when, the last of each name goes through, no later than a rest after it came', () => {
  fc.assert(
    fc.property(happenings, (all) => {
      const through = play(all);
      const lastAt = new Map<string, number>();
      all.reduce((now, { key, afterMs }) => {
        lastAt.set(key, now + afterMs);
        return now + afterMs;
      }, 0);
      expect([...through.keys()].sort()).toEqual([...lastAt.keys()].sort());
      const end = all.reduce((sum, { afterMs }) => sum + afterMs, 0);
      for (const [key, at] of lastAt) {
        expect(through.get(key)?.at(-1)).toBeGreaterThanOrEqual(at);
        expect(through.get(key)?.at(-1)).toBeLessThanOrEqual(end + restMs);
      }
    }),
  );
});
