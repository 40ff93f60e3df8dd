import type { ExpectedSession } from './expected.ts';
import { gridSizes, type MeasuredSession } from './measured.ts';

/** One number of one session beside what it should be. */
export interface Comparison {
  readonly measure: string;
  readonly expected: number | string | null;
  readonly measured: number | string | null;
  readonly agrees: boolean;
}

const RELATIVE = 1e-6;
/** The expected numbers are printed with six decimals. */
const PRINTED = 0.5e-6 + 1e-12;

export function compareSession(
  expected: ExpectedSession,
  measured: MeasuredSession,
): readonly Comparison[] {
  return [
    exact('samples', expected.move_samples, measured.samples),
    close('distance', expected.total_distance_px, measured.distancePx),
    close('speed', expected.avg_speed_px_per_sec ?? 0, measured.speedPxPerSec),
    exact('duration', expected.session_duration_seconds, measured.durationSeconds),
    exact('clicks', expected.total_clicks, measured.clicks),
    exact('rage bursts', expected.rage_bursts, measured.rageBursts),
    exact('rage clicks', expected.rage_clicks, measured.rageClicks),
    exact('burst sizes', expected.rage_burst_sizes.join(' '), measured.burstSizes.join(' ')),
    exact('hesitations', expected.hesitations, measured.hesitations),
    close('mean efficiency', expected.efficiency_mean, measured.pathEfficiency),
    exact('pattern', expected.pattern_label, measured.pattern),
    ...patterns.map((pattern) =>
      exact(
        `${pattern} segments`,
        expected.pattern_counts[pattern],
        measured.patternCounts[pattern],
      ),
    ),
    ...gridSizes.flatMap((size) => [
      exact(
        `click grid ${size} px`,
        expected.click_heatmap[size].sha256,
        measured.clickGrids[size],
      ),
      exact(
        `trail grid ${size} px`,
        expected.movement_trail[size].sha256,
        measured.trailGrids[size],
      ),
    ]),
  ];
}

const patterns = ['linear', 'precise', 'circular', 'erratic', 'mixed', 'none'] as const;

function exact(
  measure: string,
  expected: number | string | null,
  measured: number | string | null,
): Comparison {
  return { measure, expected, measured, agrees: expected === measured };
}

function close(measure: string, expected: number | null, measured: number | null): Comparison {
  const agrees =
    expected === null || measured === null
      ? expected === measured
      : Math.abs(expected - measured) <= Math.max(PRINTED, RELATIVE * Math.abs(expected));
  return { measure, expected, measured, agrees };
}
