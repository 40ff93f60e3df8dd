import { expect, test } from 'vitest';
import { dayOf, hourOf, isTimeZone, startOfDay } from './site-day.ts';

const day = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

test('a day begins at midnight of the site', () => {
  const at = Date.parse('2026-03-01T23:30:00Z');
  expect(dayOf('UTC', at)).toBe(day('2026-03-01'));
  expect(dayOf('Europe/Berlin', at)).toBe(day('2026-03-02'));
  expect(dayOf('America/Los_Angeles', at)).toBe(day('2026-03-01'));
});

test.each(['UTC', 'Europe/Berlin', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Kathmandu'])(
  'the start of a day is its first moment in %s, also when clocks change',
  (timeZone) => {
    for (const date of ['2026-03-29', '2026-10-25', '2026-07-01']) {
      const start = startOfDay(timeZone, day(date));
      expect(dayOf(timeZone, start)).toBe(day(date));
      expect(dayOf(timeZone, start - 1)).toBe(day(date) - 1);
    }
  },
);

test('an hour is the local one', () => {
  expect(hourOf('Europe/Berlin', Date.parse('2026-07-01T22:15:00Z'))).toBe(0);
});

test('an unknown zone is told', () => {
  expect(isTimeZone('Europe/Berlin')).toBe(true);
  expect(isTimeZone('Mars/Base')).toBe(false);
});
