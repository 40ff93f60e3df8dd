import type { AlertRule, AlertStateFragment, TimelineMetric } from '../generated/alerts.ts';

export const rules = {
  ABOVE: 'is above',
  BELOW: 'is below',
  RISEN: 'has risen by the factor',
  SILENT: 'has been silent',
} as const satisfies Record<AlertRule, string>;

export const thresholdNames = {
  ABOVE: 'Value',
  BELOW: 'Value',
  RISEN: 'Factor',
  SILENT: 'Minutes',
} as const satisfies Record<AlertRule, string>;

export const silences: readonly { readonly hours: number; readonly label: string }[] = [
  { hours: 1, label: 'An hour' },
  { hours: 24, label: 'A day' },
  { hours: 168, label: 'A week' },
  { hours: 720, label: '30 days' },
];

export const metricNames = {
  RAGE_CLICK_RATE: 'Rage-click rate, %',
  DEAD_CLICK_RATE: 'Dead-click rate, %',
  RAGE_CLICKS: 'Rage clicks',
  DEAD_CLICKS: 'Dead clicks',
  CLICKS: 'Clicks',
  PAGE_VIEWS: 'Page views',
  SESSIONS: 'Sessions',
  VISITORS: 'Visitors',
  AVG_SPEED: 'Average speed, px/s',
} as const satisfies Record<TimelineMetric, string>;

/** `Rage-click rate, % of /checkout is above 5 over 1 h`. */
export function describeRule(alert: AlertStateFragment): string {
  const place = alert.page ?? 'the site';
  if (alert.rule === 'SILENT') return `Nothing came from ${place} for ${alert.threshold} minutes`;
  const { rule, metric, threshold, windowHours } = alert;
  return `${metricNames[metric]} of ${place} ${rules[rule]} ${threshold} over ${windowHours} h`;
}
