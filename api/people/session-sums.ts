import type { PatternSums } from '../../schema/rules/pattern-indicators.ts';
import type { SessionDocument } from '../store/sessions.ts';
import { hasMouse } from './has-mouse.ts';

/**
 * Whole-number sums over any set of sessions: all that statistics and indicators are computed from, for one
 * person and for everybody alike. Whole numbers add up to the same in any order.
 */
export const sumNames = [
  'sessions',
  /** Sessions that had a mouse: a touch-only session has no mouse numbers. */
  'mouseSessions',
  /** Thousandths of a px. */
  'distance',
  /** The sessions' average speeds, millionths of a px/s. */
  'speed',
  'hesitations',
  'clicks',
  'rageClicks',
  'deadClicks',
  /** Sessions with at least one click. */
  'clickedSessions',
  /** Σ rage clicks ÷ clicks over sessions with clicks, billionths. */
  'rageShare',
  /** Σ dead clicks ÷ clicks over sessions with clicks, billionths. */
  'deadShare',
  /** Movements that have a path efficiency. */
  'movements',
  /** Σ of their path efficiencies, billionths. */
  'efficiency',
  /** Clicks with a place in their element, and Σ and Σ² of the offsets from its middle, hundredths of a px. */
  'offsets',
  'offsetX',
  'offsetY',
  'offsetXx',
  'offsetYy',
  'linear',
  'circular',
  'erratic',
  'precise',
  'patternless',
] as const;

export type SessionSums = Readonly<Record<(typeof sumNames)[number], number>>;

export const noSessions: SessionSums = sumsOf(() => 0);

/** One session's share. */
export function sumSession(session: Pick<SessionDocument, 'device' | 'summary'>): SessionSums {
  const { summary } = session;
  const { offsets, totalClicks } = summary;
  const mouse = hasMouse(session) ? 1 : 0;
  const share = (clicks: number) =>
    totalClicks > 0 ? Math.round((clicks / totalClicks) * 1e9) : 0;
  return {
    ...noSessions,
    sessions: 1,
    mouseSessions: mouse,
    distance: mouse * Math.round(summary.totalDistancePx * 1e3),
    speed: mouse * Math.round(summary.avgSpeedPxPerSec * 1e6),
    hesitations: mouse * summary.hesitationCount,
    clicks: totalClicks,
    rageClicks: summary.rageClicks,
    deadClicks: summary.deadClicks,
    clickedSessions: totalClicks > 0 ? 1 : 0,
    rageShare: share(summary.rageClicks),
    deadShare: share(summary.deadClicks),
    movements: summary.efficiencyCount,
    efficiency: Math.round(summary.efficiencySum * 1e9),
    offsets: offsets.n,
    offsetX: offsets.x,
    offsetY: offsets.y,
    offsetXx: offsets.xx,
    offsetYy: offsets.yy,
    [summary.movementPattern ?? 'patternless']: 1,
  };
}

export function addSums(a: SessionSums, b: SessionSums): SessionSums {
  return sumsOf((name) => a[name] + b[name]);
}

/** Reads sums out of a stored document, whatever else it holds; what is missing is 0. */
export function readSums(stored: Readonly<Record<string, number>>): SessionSums {
  return sumsOf((name) => stored[name] ?? 0);
}

/** As the rules of the mouse pattern want them. Distances and hesitations are averaged over the sessions with a mouse. */
export function toPatternSums(sums: SessionSums): PatternSums {
  return {
    sessions: sums.mouseSessions,
    distancePx: sums.distance / 1e3,
    hesitations: sums.hesitations,
    sessionsWithClicks: sums.clickedSessions,
    rageShares: sums.rageShare / 1e9,
    deadShares: sums.deadShare / 1e9,
    offsets: {
      n: sums.offsets,
      x: sums.offsetX,
      y: sums.offsetY,
      xx: sums.offsetXx,
      yy: sums.offsetYy,
    },
    efficiencySum: sums.efficiency / 1e9,
    efficiencyCount: sums.movements,
  };
}

function sumsOf(value: (name: keyof SessionSums) => number): SessionSums {
  return Object.fromEntries(sumNames.map((name) => [name, value(name)])) as SessionSums;
}
