import { expect, test } from 'vitest';
import { makeDayRange } from './day-range.ts';

const dayNumber = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000;
const now = Date.parse('2026-03-10T22:30:00Z');

test('one day is today, where the site is', () => {
  const inUtc = makeDayRange({ days: 1 }, 'UTC', now);
  expect(inUtc).toEqual({ fromDay: dayNumber('2026-03-10'), toDay: dayNumber('2026-03-10') });
  const inTokyo = makeDayRange({ days: 1 }, 'Asia/Tokyo', now);
  expect(inTokyo).toEqual({ fromDay: dayNumber('2026-03-11'), toDay: dayNumber('2026-03-11') });
});

test('thirty days are the default, today included', () => {
  const { fromDay, toDay } = makeDayRange({}, 'UTC', now);
  expect(toDay - fromDay + 1).toBe(30);
});

test('dates mean the whole days on which they fall', () => {
  const from = new Date('2026-03-01T23:59:00Z');
  const to = new Date('2026-03-02T00:01:00Z');
  expect(makeDayRange({ from, to, days: 7 }, 'UTC', now)).toEqual({
    fromDay: dayNumber('2026-03-01'),
    toDay: dayNumber('2026-03-02'),
  });
});

test.each([0, 366, -1])('days: %i is refused', (days) => {
  expect(() => makeDayRange({ days }, 'UTC', now)).toThrow(/days is -?\d+; it must be 1 to 365/);
});

test('a range that ends before it begins is refused', () => {
  const from = new Date('2026-03-02T00:00:00Z');
  const to = new Date('2026-03-01T00:00:00Z');
  expect(() => makeDayRange({ from, to }, 'UTC', now)).toThrow('from is later than to');
});
