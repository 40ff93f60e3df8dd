import {
  computePatternIndicators,
  type PatternIndicators,
} from '../../schema/rules/pattern-indicators.ts';
import { classifyVisitor, type VisitorVerdict } from '../../schema/rules/visitor-pattern.ts';
import { type SessionSums, toPatternSums } from './session-sums.ts';

export interface MousePattern extends VisitorVerdict {
  readonly indicators: PatternIndicators;
}

/** The pattern of whoever the sums are of. Touch-only sessions count as sessions, but not in mouse averages. */
export function computeMousePattern(sums: SessionSums): MousePattern {
  const measured = computePatternIndicators(toPatternSums(sums));
  const indicators = { ...measured, sessions: sums.sessions };
  return { ...classifyVisitor(indicators), indicators };
}
