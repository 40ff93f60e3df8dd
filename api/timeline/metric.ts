import { computeRate } from '../../schema/rules/rate.ts';
import type { PageSum } from '../pages/pages-collection.ts';

export type TimelineMetric =
  | 'SESSIONS'
  | 'VISITORS'
  | 'PAGE_VIEWS'
  | 'CLICKS'
  | 'RAGE_CLICKS'
  | 'DEAD_CLICKS'
  | 'RAGE_CLICK_RATE'
  | 'DEAD_CLICK_RATE'
  | 'AVG_SPEED';

/** Sums of one bucket, or of several. */
export type BucketSums = Readonly<Partial<Record<PageSum, number>>>;

/** A metric's value over some time, and how many things it was measured on. */
export interface Measure {
  /** Null where there is nothing to measure: no clicks have no rage rate. A count is 0 there. */
  readonly value: number | null;
  readonly count: number;
}

/** Metrics that add up from sums; distinct visitors do not. */
export type SummedMetric = Exclude<TimelineMetric, 'VISITORS'>;

/** From sums to a value. Rates in %, speed in px/s. */
export function computeMeasure(metric: SummedMetric, sums: BucketSums): Measure {
  switch (metric) {
    case 'SESSIONS':
      return countOf(sums.sessions);
    case 'PAGE_VIEWS':
      return countOf(sums.views);
    case 'CLICKS':
      return countOf(sums.clicks);
    case 'RAGE_CLICKS':
      return countOf(sums.rageClicks);
    case 'DEAD_CLICKS':
      return countOf(sums.deadClicks);
    case 'RAGE_CLICK_RATE':
      return rateOf(sums.rageClicks, sums.clicks);
    case 'DEAD_CLICK_RATE':
      return rateOf(sums.deadClicks, sums.clicks);
    case 'AVG_SPEED':
      return meanOf(sums.speed, sums.mouseSessions);
  }
}

function countOf(count = 0): Measure {
  return { value: count, count };
}

function rateOf(part = 0, whole = 0): Measure {
  return { value: whole > 0 ? computeRate(part, whole) : null, count: whole };
}

/** Speeds are kept in millionths. */
function meanOf(sum = 0, count = 0): Measure {
  return { value: count > 0 ? sum / count / 1e6 : null, count };
}
