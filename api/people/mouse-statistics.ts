import { computeRate } from '../../schema/rules/rate.ts';
import type { MovementPattern } from '../../schema/rules/session-pattern.ts';
import type { SessionSums } from './session-sums.ts';

/** How many sessions moved in a pattern; null: too little movement to tell. */
export interface PatternShare {
  readonly pattern: MovementPattern | null;
  readonly sessions: number;
}

export interface MouseNumbers {
  readonly totalSessions: number;
  /** px. */
  readonly avgDistancePerSession: number;
  /** Mean of the sessions' average speeds. */
  readonly avgSpeedPxPerSec: number;
  readonly totalClicks: number;
  /** % of clicks, 0..100; 0 where there are none. */
  readonly rageClickRate: number;
  readonly deadClickRate: number;
  /** All patterns, also those without sessions. */
  readonly movementPatterns: readonly PatternShare[];
}

const patterns = ['linear', 'circular', 'erratic', 'precise'] as const;

export function computeMouseStatistics(sums: SessionSums): MouseNumbers {
  return {
    totalSessions: sums.sessions,
    avgDistancePerSession: mean(sums.distance / 1e3, sums.mouseSessions),
    avgSpeedPxPerSec: mean(sums.speed / 1e6, sums.mouseSessions),
    totalClicks: sums.clicks,
    rageClickRate: computeRate(sums.rageClicks, sums.clicks),
    deadClickRate: computeRate(sums.deadClicks, sums.clicks),
    movementPatterns: [
      ...patterns.map((pattern) => ({ pattern, sessions: sums[pattern] })),
      { pattern: null, sessions: sums.patternless },
    ],
  };
}

function mean(sum: number, count: number): number {
  return count > 0 ? sum / count : 0;
}
