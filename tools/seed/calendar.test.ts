import { expect, it } from 'vitest';
import { planStarts } from './calendar.ts';
import { makeChance } from './chance.ts';

const hourMs = 3_600_000;
const until = Date.UTC(2026, 9, 1);
const month = { from: until - 28 * 24 * hourMs, until, sessions: 8_000, timeZone: 'UTC' };
const starts = planStarts(month, makeChance('calendar'));
const countAt = (wanted: (date: Date) => boolean) =>
  starts.filter((start) => wanted(new Date(start))).length;

it('puts every visit into the month, in order', () => {
  expect(starts).toHaveLength(month.sessions);
  expect(starts.toSorted((a, b) => a - b)).toEqual(starts);
  expect(starts[0]).toBeGreaterThanOrEqual(month.from);
  expect(starts.at(-1)).toBeLessThan(month.until);
});

it('has evenings busier than nights, Sundays busier than Fridays, and more at the end', () => {
  const evening = countAt((date) => date.getUTCHours() === 20);
  expect(evening).toBeGreaterThan(6 * countAt((date) => date.getUTCHours() === 3));
  const sundays = countAt((date) => date.getUTCDay() === 0);
  expect(sundays).toBeGreaterThan(countAt((date) => date.getUTCDay() === 5));
  const middle = month.until - 14 * 24 * hourMs;
  expect(countAt((date) => date.getTime() >= middle)).toBeGreaterThan(month.sessions / 2);
});

it('counts the hours of the shop, not those of UTC', () => {
  const tokyo = planStarts({ ...month, timeZone: 'Asia/Tokyo' }, makeChance('calendar'));
  const at = (hour: number) => tokyo.filter((t) => new Date(t).getUTCHours() === hour).length;
  // 20:00 in Tokyo is 11:00 UTC.
  expect(at(11)).toBeGreaterThan(6 * at(18));
});

it('is the same month for the same name', () => {
  expect(planStarts(month, makeChance('calendar'))).toEqual(starts);
  expect(planStarts(month, makeChance('another'))).not.toEqual(starts);
});
