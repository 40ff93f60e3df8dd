import type { TimelineMetric } from '../generated/overview.ts';
import { formatCount, formatPercent } from '../numbers/format.ts';

/** What the chart can show. */
export const metrics = {
  sessions: { metric: 'SESSIONS', label: 'Sessions', format: formatCount },
  visitors: { metric: 'VISITORS', label: 'Visitors', format: formatCount },
  clicks: { metric: 'CLICKS', label: 'Clicks', format: formatCount },
  rage: { metric: 'RAGE_CLICK_RATE', label: 'Rage clicks', format: formatPercent },
  dead: { metric: 'DEAD_CLICK_RATE', label: 'Dead clicks', format: formatPercent },
  speed: { metric: 'AVG_SPEED', label: 'Speed', format: formatSpeed },
} as const satisfies Record<
  string,
  { metric: TimelineMetric; label: string; format: (value: number) => string }
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

/** How much a number grew against the one before: `+12 %`, `−3 %`; null where there is nothing to compare with. */
export function describeChange(
  now: number | null | undefined,
  before: number | null | undefined,
): string | null {
  if (now === null || now === undefined || !before) return null;
  const percent = Math.round(((now - before) / before) * 100);
  if (percent === 0) return 'as before';
  return percent > 0 ? `+${formatCount(percent)} %` : `−${formatCount(-percent)} %`;
}
