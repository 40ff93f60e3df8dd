import { expect, test } from 'vitest';
import { makeBuckets } from './buckets.ts';

const dayNumber = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000;
const far = Date.parse('2030-01-01T00:00:00Z');
const oneDay = (date: string) => ({ fromDay: dayNumber(date), toDay: dayNumber(date) });
const show = (at: number | undefined) => new Date(at ?? 0).toISOString();

test('days begin at midnight of the site', () => {
  const range = { fromDay: dayNumber('2026-03-28'), toDay: dayNumber('2026-03-30') };
  const starts = makeBuckets(range, 'DAY', 'Europe/Berlin', far).map(({ at }) => show(at));
  expect(starts).toEqual([
    '2026-03-27T23:00:00.000Z',
    '2026-03-28T23:00:00.000Z',
    '2026-03-29T22:00:00.000Z',
  ]);
});

test('a day has as many hours as its clock shows', () => {
  const count = (date: string) =>
    makeBuckets(oneDay(date), 'HOUR', 'Europe/Berlin', far).map(({ hour }) => hour).length;
  expect(count('2026-07-01')).toBe(24);
  expect(count('2026-03-29')).toBe(23);
  expect(count('2026-10-25')).toBe(24);
});

test('hours after the clocks went forward are where they are on the clock', () => {
  const hours = makeBuckets(oneDay('2026-03-29'), 'HOUR', 'Europe/Berlin', far);
  expect(hours.map(({ hour }) => hour)).not.toContain(2);
  expect(show(hours.find(({ hour }) => hour === 3)?.at)).toBe('2026-03-29T01:00:00.000Z');
  expect(show(hours.at(-1)?.at)).toBe('2026-03-29T21:00:00.000Z');
});

test('half-hour zones have whole local hours', () => {
  const hours = makeBuckets(oneDay('2026-07-01'), 'HOUR', 'Asia/Kolkata', far);
  expect(show(hours[0]?.at)).toBe('2026-06-30T18:30:00.000Z');
  expect(hours).toHaveLength(24);
});

test('hours that are still to come have no bucket', () => {
  const now = Date.parse('2026-07-01T05:10:00Z');
  const hours = makeBuckets(oneDay('2026-07-01'), 'HOUR', 'UTC', now);
  expect(hours.map(({ hour }) => hour)).toEqual([0, 1, 2, 3, 4, 5]);
});
