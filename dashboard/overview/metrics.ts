import type { EventType, TimelineMetric } from '../generated/overview.ts';
import { formatCount, formatPercent } from '../numbers/format.ts';

/** What the chart can show; `events` are those that it counts, where it counts any. */
export const metrics = {
  sessions: { metric: 'SESSIONS', label: 'Sessions', format: formatCount },
  visitors: { metric: 'VISITORS', label: 'Visitors', format: formatCount },
  clicks: { metric: 'CLICKS', label: 'Clicks', format: formatCount, events: 'CLICK' },
  rage: {
    metric: 'RAGE_CLICK_RATE',
    label: 'Rage clicks',
    format: formatPercent,
    events: 'RAGE_CLICK',
  },
  dead: {
    metric: 'DEAD_CLICK_RATE',
    label: 'Dead clicks',
    format: formatPercent,
    events: 'DEAD_CLICK',
  },
  speed: { metric: 'AVG_SPEED', label: 'Speed', format: formatSpeed },
} as const satisfies Record<
  string,
  {
    metric: TimelineMetric;
    label: string;
    format: (value: number) => string;
    events?: EventType;
  }
>;
export type MetricName = keyof typeof metrics;

export function readMetric(name: string | undefined): MetricName {
  return name && Object.hasOwn(metrics, name) ? (name as MetricName) : 'sessions';
}

export function formatSpeed(value: number): string {
  return `${formatCount(value)} px/s`;
}

/** A rage-click rate above this, in %, is high. */
export const HIGH_RAGE_PERCENT = 5;
/** A dead-click rate above this, in %, is an issue. */
export const ISSUE_DEAD_PERCENT = 3;
