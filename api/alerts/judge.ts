import type { TimelineMetric } from '../timeline/metric.ts';
import type { AlertDocument } from './alerts-collection.ts';

/** What was measured for an alert. */
export interface AlertMeasure {
  /** In the metric's unit; for SILENT the minutes since the last sign of life. Null: nothing to measure. */
  readonly value: number | null;
  /** How many things it was measured on. */
  readonly count: number;
  /** The value of as much time before. */
  readonly previous: number | null;
}

type Rule = Pick<AlertDocument, 'rule' | 'metric' | 'threshold' | 'minCount'>;

/** Metrics that are no counts: over a few things they say nothing. */
const means: readonly TimelineMetric[] = ['RAGE_CLICK_RATE', 'DEAD_CLICK_RATE', 'AVG_SPEED'];

/** Whether the rule holds: the alert is to go off, or goes on. */
export function judge(alert: Rule, { value, count, previous }: AlertMeasure): boolean {
  if (value === null) return false;
  const isEnough = count >= alert.minCount;
  switch (alert.rule) {
    case 'ABOVE':
      return value > alert.threshold && (isEnough || !means.includes(alert.metric));
    case 'BELOW':
      return value < alert.threshold && (isEnough || !means.includes(alert.metric));
    case 'RISEN':
      return isEnough && previous !== null && previous > 0 && value >= alert.threshold * previous;
    case 'SILENT':
      return value >= alert.threshold;
  }
}

const names: Readonly<Record<TimelineMetric, string>> = {
  SESSIONS: 'Sessions',
  VISITORS: 'Visitors',
  PAGE_VIEWS: 'Page views',
  CLICKS: 'Clicks',
  RAGE_CLICKS: 'Rage clicks',
  DEAD_CLICKS: 'Dead clicks',
  RAGE_CLICK_RATE: 'Rage-click rate',
  DEAD_CLICK_RATE: 'Dead-click rate',
  AVG_SPEED: 'Average speed',
};

/** Why it went off, in words. */
export function describe(
  alert: Rule & Pick<AlertDocument, 'route' | 'windowHours'>,
  { value, previous }: AlertMeasure,
): string {
  const { rule, metric, route, threshold, windowHours } = alert;
  const place = route ?? 'the site';
  if (rule === 'SILENT') return `Nothing came from ${place} for ${format(value ?? 0)} minutes`;
  const unit = metric.endsWith('_RATE') ? ' %' : metric === 'AVG_SPEED' ? ' px/s' : '';
  const measured = `${names[metric]} of ${place}: ${format(value ?? 0)}${unit}`;
  const span = `over ${windowHours} ${windowHours === 1 ? 'hour' : 'hours'}`;
  if (rule === 'RISEN') {
    return `${measured} ${span}, ${format(threshold)} times the ${format(previous ?? 0)}${unit} before or more`;
  }
  return `${measured} ${span}, ${rule.toLowerCase()} ${format(threshold)}${unit}`;
}

function format(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: 1 });
}
