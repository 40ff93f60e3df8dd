import { endOfDay, startOfDay } from './day.ts';

const HOUR_MS = 3_600_000;

/** The spans that can be chosen by name; days of the site's time zone, today included, but for the rolling `24h`. */
export const namedPeriods = {
  today: { label: 'Today', days: 1 },
  '24h': { label: 'Last 24 hours', days: 1 },
  '7d': { label: 'Last 7 days', days: 7 },
  '30d': { label: 'Last 30 days', days: 30 },
  '90d': { label: 'Last 90 days', days: 90 },
  '12mo': { label: 'Last 12 months', days: 365 },
} as const;
export type PeriodName = keyof typeof namedPeriods;

/**
 * A span of time as it stands in an address: `?period=7d`, `?from=2026-03-01&to=2026-03-07` (both days included), or the hour
 * that begins at `?hour=2026-03-01T14:00:00.000Z`, which a chart's point leads to.
 */
export type Period =
  | { readonly name: PeriodName }
  | { readonly hour: string }
  | { readonly from: string | undefined; readonly to: string | undefined };

export interface PeriodParameters {
  readonly period?: string | undefined;
  readonly hour?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** @returns null where the address names no period, or one that does not exist */
export function readPeriod(parameters: PeriodParameters): Period | null {
  const { period, hour, from, to } = parameters;
  if (period && Object.hasOwn(namedPeriods, period)) return { name: period as PeriodName };
  if (hour && !Number.isNaN(Date.parse(hour))) return { hour: iso(Date.parse(hour)) };
  const days = { from: readDay(from), to: readDay(to) };
  return days.from || days.to ? days : null;
}

export function writePeriod(
  period: Period | null,
): Record<keyof PeriodParameters, string | undefined> {
  const none = { period: undefined, hour: undefined, from: undefined, to: undefined };
  if (!period) return none;
  if ('name' in period) return { ...none, period: period.name };
  return { ...none, ...period };
}

/** The span in moments (ISO), for fields that take `from` and `to`. */
export function periodRange(
  period: Period | null,
  now: number,
  timeZone: string,
): { from?: string; to?: string } {
  if (!period) return {};
  if ('hour' in period)
    return { from: period.hour, to: iso(Date.parse(period.hour) + HOUR_MS - 1) };
  if (!('name' in period))
    return {
      ...(period.from && { from: iso(startOfDay(period.from, timeZone)) }),
      ...(period.to && { to: iso(endOfDay(period.to, timeZone)) }),
    };
  if (period.name === '24h') return { from: iso(now - 24 * HOUR_MS) };
  const first = now - (namedPeriods[period.name].days - 1) * 24 * HOUR_MS;
  return { from: iso(startOfDay(dayOf(first, timeZone), timeZone)) };
}

/** The span for fields that take `days` or `from` and `to`: whole days by number where that says it. */
export function periodVariables(
  period: Period | null,
  now: number,
  timeZone: string,
): { days?: number; from?: string; to?: string } {
  if (period && 'name' in period && namedPeriods[period.name].days > 1)
    return { days: namedPeriods[period.name].days };
  return periodRange(period, now, timeZone);
}

/** First and last calendar day that a span touches in a time zone; an open end is undefined. */
export function periodDays(
  period: Period,
  now: number,
  timeZone: string,
): { readonly from: string | undefined; readonly to: string | undefined } {
  if (!('name' in period || 'hour' in period)) return period;
  const { from, to } = periodRange(period, now, timeZone);
  const day = (at: string | undefined) => dayOf(at ? Date.parse(at) : now, timeZone);
  return { from: day(from), to: day(to) };
}

/** The calendar day, `2026-03-01`, of a moment in a time zone. */
export function dayOf(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(at);
}

function readDay(text: string | undefined): string | undefined {
  return text && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))
    ? text
    : undefined;
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
