import { Problem } from '../graphql/problem.ts';
import { dayOf } from '../sites/site-day.ts';

/** Whole days of a site, both ends included; days count from 1970-01-01 in the site's time zone. */
export interface DayRange {
  readonly fromDay: number;
  readonly toDay: number;
}

/** What a caller asks for: the last `days`, or from a date to a date. Dates win. */
export interface PeriodArgs {
  readonly days?: number | null | undefined;
  readonly from?: Date | null | undefined;
  readonly to?: Date | null | undefined;
}

export const mostDays = 365;
const defaultDays = 30;

/**
 * The days that a caller asks for. Counters are kept by the day, so `from` and `to` mean the whole days on which they fall.
 * `days` ends today: 1 is today alone, 30 is today and the 29 days before it. With `from` alone it lasts until today, with
 * `to` alone it begins `days` days before its end.
 *
 * @throws {Problem} BAD_USER_INPUT where `days` is not 1–365, or `from` is later than `to`
 */
export function makeDayRange(args: PeriodArgs, timeZone: string, now: number): DayRange {
  const days = args.days ?? defaultDays;
  if (days < 1 || days > mostDays) {
    throw new Problem('BAD_USER_INPUT', `days is ${days}; it must be 1 to ${mostDays}.`);
  }
  const toDay = dayOf(timeZone, args.to?.getTime() ?? now);
  const fromDay = args.from ? dayOf(timeZone, args.from.getTime()) : toDay - days + 1;
  if (fromDay > toDay) throw new Problem('BAD_USER_INPUT', 'from is later than to.');
  return { fromDay, toDay };
}

/** As many days, right before. */
export function rangeBefore({ fromDay, toDay }: DayRange): DayRange {
  return { fromDay: fromDay - (toDay - fromDay + 1), toDay: fromDay - 1 };
}

/** The filter on a counter's `day`. */
export function daysIn({ fromDay, toDay }: DayRange): {
  readonly $gte: number;
  readonly $lte: number;
} {
  return { $gte: fromDay, $lte: toDay };
}
