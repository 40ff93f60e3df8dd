import { dayOf, hourOf, startOfDay } from '../sites/site-day.ts';
import type { DayRange } from './day-range.ts';

export type TimelineInterval = 'HOUR' | 'DAY';

/** A piece of time that a metric is given for. */
export interface Bucket {
  /** Its beginning, ms since 1970. */
  readonly at: number;
  /** The site's day. */
  readonly day: number;
  /** The local hour, 0..23; null for a whole day. */
  readonly hour: number | null;
}

const MS_PER_HOUR = 3_600_000;
const hoursOfDay = Array.from({ length: 24 }, (_, hour) => hour);

/**
 * All buckets of a range in order, also those in which nothing happened, up to now. Where clocks go forward, the hour that does not exist
 * has no bucket; where they go back, the hour that comes twice is one bucket.
 */
export function makeBuckets(
  { fromDay, toDay }: DayRange,
  interval: TimelineInterval,
  timeZone: string,
  now: number,
): Bucket[] {
  const days = Array.from({ length: toDay - fromDay + 1 }, (_, i) => fromDay + i);
  if (interval === 'DAY') {
    return days.map((day) => ({ at: startOfDay(timeZone, day), day, hour: null }));
  }
  return days
    .flatMap((day) => makeHours(day, timeZone))
    .filter(({ at, day }) => at <= now || day < dayOf(timeZone, now));
}

function makeHours(day: number, timeZone: string): Bucket[] {
  const start = startOfDay(timeZone, day);
  return hoursOfDay.flatMap((hour) => {
    const at = findHour(start, day, hour, timeZone);
    return at === null ? [] : [{ at, day, hour }];
  });
}

/** A change of clocks may have moved the hour by one either way. */
function findHour(start: number, day: number, hour: number, timeZone: string): number | null {
  for (const moved of [-1, 0, 1]) {
    const at = start + (hour + moved) * MS_PER_HOUR;
    if (dayOf(timeZone, at) === day && hourOf(timeZone, at) === hour) return at;
  }
  return null;
}
