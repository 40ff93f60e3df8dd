import fc from 'fast-check';
import { expect, test } from 'vitest';
import { monthOf, nextMonth, splitByMonth } from './month.ts';

test('a range is its whole months and the days beside them, each day once', () => {
  fc.assert(
    fc.property(fc.integer({ min: 18_000, max: 22_000 }), fc.nat(800), (fromDay, length) => {
      const toDay = fromDay + length;
      const { months, beside } = splitByMonth(fromDay, toDay);
      const days: number[] = [];
      const put = (from: number, to: number) => {
        for (let day = from; day <= to; day++) days.push(day);
      };
      for (const month of months) put(month, nextMonth(month) - 1);
      for (const [from, to] of beside) {
        put(from, to);
        expect(to - from).toBeLessThan(60);
      }
      const all = Array.from({ length: length + 1 }, (_, i) => fromDay + i);
      expect(days.sort((a, b) => a - b)).toEqual(all);
    }),
  );
});

test('a month begins on its first day, leap years too', () => {
  const dayOf = (date: string) => Date.parse(date) / 86_400_000;
  expect(monthOf(dayOf('2028-02-29'))).toBe(dayOf('2028-02-01'));
  expect(nextMonth(dayOf('2028-02-01'))).toBe(dayOf('2028-03-01'));
  expect(nextMonth(dayOf('2026-12-01'))).toBe(dayOf('2027-01-01'));
});
