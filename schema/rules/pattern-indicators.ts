import { computeClickPrecision, type OffsetSums } from './click-precision.ts';

/** Sums over a person's sessions, or over everybody's. */
export interface PatternSums {
  readonly sessions: number;
  readonly distancePx: number;
  readonly hesitations: number;
  readonly sessionsWithClicks: number;
  /** Sums over the sessions with clicks of rage clicks ÷ clicks, and of dead clicks ÷ clicks. */
  readonly rageShares: number;
  readonly deadShares: number;
  readonly offsets: OffsetSums;
  readonly efficiencySum: number;
  readonly efficiencyCount: number;
}

/** The four indicators, 0..100, and what the rules compare besides. */
export interface PatternIndicators {
  readonly sessions: number;
  /** Null below 5 clicks. */
  readonly clickPrecision: number | null;
  /** min(average distance / 10,000 px × 100, 100). */
  readonly movementEfficiency: number;
  /** Average over the sessions with clicks of rage clicks / clicks × 100. */
  readonly rageClickFrequency: number;
  /** min(average hesitations × 10, 100). */
  readonly hesitationFrequency: number;
  /** Straight-line distance ÷ distance travelled, mean over all movements, 0..1; null without any. */
  readonly pathEfficiency: number | null;
  readonly avgDistancePx: number;
  /** Average over the sessions with clicks of dead clicks / clicks, 0..1. */
  readonly avgDeadClickRatio: number;
}

export function computePatternIndicators(sums: PatternSums): PatternIndicators {
  const avgDistancePx = average(sums.distancePx, sums.sessions);
  return {
    sessions: sums.sessions,
    clickPrecision: computeClickPrecision(sums.offsets),
    movementEfficiency: Math.min((avgDistancePx / 10_000) * 100, 100),
    rageClickFrequency: average(sums.rageShares, sums.sessionsWithClicks) * 100,
    hesitationFrequency: Math.min(average(sums.hesitations, sums.sessions) * 10, 100),
    pathEfficiency: sums.efficiencyCount > 0 ? sums.efficiencySum / sums.efficiencyCount : null,
    avgDistancePx,
    avgDeadClickRatio: average(sums.deadShares, sums.sessionsWithClicks),
  };
}

function average(sum: number, count: number): number {
  return count > 0 ? sum / count : 0;
}
