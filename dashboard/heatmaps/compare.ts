import type { DeviceClass, HeatmapPageQueryVariables } from '../generated/heatmaps.ts';
import { type Period, periodVariables } from '../period/period.ts';
import { periodBefore } from '../period/period-before.ts';

/** What a heatmap can stand beside: `?against=before`. */
export const comparisons = {
  before: 'The period before',
  desktop: 'Desktop',
  tablet: 'Tablet',
  mobile: 'Mobile',
} as const;
export type Comparison = keyof typeof comparisons;

/** @returns null where nothing is compared */
export function readComparison(text: string | undefined): Comparison | null {
  return text && Object.hasOwn(comparisons, text) ? (text as Comparison) : null;
}

/** The same heatmap for the other period or device. */
export function comparedScope(
  scope: HeatmapPageQueryVariables,
  comparison: Comparison,
  period: Period,
  now: number,
  timeZone: string,
): HeatmapPageQueryVariables | undefined {
  if (comparison !== 'before') return { ...scope, device: comparison.toUpperCase() as DeviceClass };
  const before = periodBefore(period, now, timeZone);
  const { days: _days, from: _from, to: _to, ...rest } = scope;
  return before && { ...rest, ...periodVariables(before, now, timeZone) };
}
