import type { Db } from 'mongodb';
import { Problem } from '../graphql/problem.ts';
import { type Bucket, makeBuckets, type TimelineInterval } from './buckets.ts';
import type { DayRange } from './day-range.ts';
import {
  bucketKey,
  findDaySums,
  findHourSums,
  findVisitors,
  type TimelineScope,
} from './find-bucket-sums.ts';
import { type BucketSums, computeMeasure, type Measure, type TimelineMetric } from './metric.ts';

export interface TimelinePoint extends Measure {
  /** The bucket's beginning. */
  readonly at: Date;
}

/** A metric over a range of days, bucket by bucket, and as a whole. */
export interface TimelineRun {
  readonly points: readonly TimelinePoint[];
  readonly total: number | null;
}

export interface TimelineQuestion {
  readonly scope: TimelineScope;
  readonly metric: TimelineMetric;
  readonly interval: TimelineInterval;
  readonly range: DayRange;
  readonly timeZone: string;
}

const mostDaysByHour = 31;
const fewDays = 2;

/**
 * By the hour where little time is asked for, else by the day.
 *
 * @throws {Problem} BAD_USER_INPUT for hours over more than 31 days
 */
export function chooseInterval(
  asked: TimelineInterval | null | undefined,
  range: DayRange,
): TimelineInterval {
  const days = range.toDay - range.fromDay + 1;
  if (asked === 'HOUR' && days > mostDaysByHour) {
    throw new Problem('BAD_USER_INPUT', `HOUR covers at most ${mostDaysByHour} days, not ${days}.`);
  }
  return asked ?? (days <= fewDays ? 'HOUR' : 'DAY');
}

export async function findTimeline(
  db: Db,
  { scope, metric, interval, range, timeZone }: TimelineQuestion,
  now: number,
): Promise<TimelineRun> {
  const buckets = makeBuckets(range, interval, timeZone, now);
  if (metric === 'VISITORS') {
    const visitors = await findVisitors(db, scope, range);
    const points = buckets.map((bucket) => {
      const count = visitors.get(keyOf(bucket)) ?? 0;
      return { at: new Date(bucket.at), value: count, count };
    });
    return { points, total: visitors.get('all') ?? 0 };
  }
  const find = interval === 'HOUR' ? findHourSums : findDaySums;
  const sums = await find(db, scope, range);
  const points = buckets.map((bucket) => ({
    at: new Date(bucket.at),
    ...computeMeasure(metric, sums.get(keyOf(bucket)) ?? {}),
  }));
  return { points, total: computeMeasure(metric, addAll(sums.values())).value };
}

function keyOf({ day, hour }: Bucket): string {
  return bucketKey(day, hour);
}

function addAll(all: Iterable<BucketSums>): BucketSums {
  const total: Record<string, number> = {};
  for (const sums of all) {
    for (const [field, by] of Object.entries(sums)) total[field] = (total[field] ?? 0) + by;
  }
  return total;
}
