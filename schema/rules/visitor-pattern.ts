import type { PatternIndicators } from './pattern-indicators.ts';

export type VisitorPattern =
  | 'power-user'
  | 'explorer'
  | 'hesitant'
  | 'frustrated'
  | 'normal'
  | 'unknown';

export interface VisitorVerdict {
  readonly pattern: VisitorPattern;
  /** 0..1. */
  readonly confidence: number;
}

/**
 * The mouse pattern of a person (or of all): the first rule that holds. A precision that is not known fulfils no condition.
 *
 * - power user: precision > 70, rage < 5 and efficiency > 60 (0.8)
 * - explorer: average distance > 50,000 px and precision > 50 (0.7)
 * - hesitant: hesitation > 50 and efficiency < 40 (0.7)
 * - frustrated: rage > 20, or average dead-click rate > 0.1 (0.8)
 * - normal: otherwise (0.5); unknown (0) without any session
 */
export function classifyVisitor(indicators: PatternIndicators): VisitorVerdict {
  const { movementEfficiency, rageClickFrequency, hesitationFrequency } = indicators;
  const precision = indicators.clickPrecision ?? Number.NaN;
  if (indicators.sessions === 0) return { pattern: 'unknown', confidence: 0 };
  if (precision > 70 && rageClickFrequency < 5 && movementEfficiency > 60) {
    return { pattern: 'power-user', confidence: 0.8 };
  }
  if (indicators.avgDistancePx > 50_000 && precision > 50) {
    return { pattern: 'explorer', confidence: 0.7 };
  }
  if (hesitationFrequency > 50 && movementEfficiency < 40) {
    return { pattern: 'hesitant', confidence: 0.7 };
  }
  if (rageClickFrequency > 20 || indicators.avgDeadClickRatio > 0.1) {
    return { pattern: 'frustrated', confidence: 0.8 };
  }
  return { pattern: 'normal', confidence: 0.5 };
}
