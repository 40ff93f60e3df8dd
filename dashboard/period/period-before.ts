import { type Period, periodDays } from './period.ts';

const DAY_MS = 24 * 3_600_000;

/** As many whole days, right before. Undefined where a span has no beginning to go back from. */
export function periodBefore(period: Period, now: number, timeZone: string): Period | undefined {
  const { from, to = periodDays({ name: 'today' }, now, timeZone).to } = periodDays(
    period,
    now,
    timeZone,
  );
  if (!from || !to) return undefined;
  const days = Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1;
  return { from: addDays(from, -days), to: addDays(from, -1) };
}

/** @param day `2026-03-01` */
function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}
