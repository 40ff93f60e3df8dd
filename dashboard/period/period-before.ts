import { dayOf, namedPeriods, type Period } from './period.ts';

const DAY_MS = 24 * 3_600_000;

/** As many whole days, right before. Undefined where a span has no beginning to go back from. */
export function periodBefore(period: Period, now: number, timeZone: string): Period | undefined {
  const today = dayOf(now, timeZone);
  const isNamed = 'name' in period;
  const to = (isNamed ? undefined : period.to) ?? today;
  const from = isNamed ? addDays(today, 1 - namedPeriods[period.name].days) : period.from;
  if (!from) return undefined;
  const days = Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1;
  return { from: addDays(from, -days), to: addDays(from, -1) };
}

/** @param day `2026-03-01` */
function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}
