import type { SegmentPattern } from './segment-pattern.ts';

/** How many segments have each pattern. */
export type SegmentCounts = { readonly [P in SegmentPattern]: number };

/** The movement pattern of a session. */
export type MovementPattern = 'linear' | 'precise' | 'circular' | 'erratic';

export const noSegments: SegmentCounts = {
  linear: 0,
  precise: 0,
  circular: 0,
  erratic: 0,
  mixed: 0,
  none: 0,
};

/** The order decides ties. */
const votes = [
  'linear',
  'precise',
  'circular',
  'erratic',
] as const satisfies readonly MovementPattern[];
const FEWEST_VOTES = 3;

/**
 * The movement pattern of a session by vote of its segments: the most frequent of linear, precise, circular and erratic,
 * ties resolved in that order (`mixed` and `none` do not vote).
 *
 * @returns `null` where fewer than 3 segments vote: too little movement
 */
export function computeSessionPattern(counts: SegmentCounts): MovementPattern | null {
  const voting = votes.reduce((sum, pattern) => sum + counts[pattern], 0);
  if (voting < FEWEST_VOTES) return null;
  return votes.reduce((best, pattern) => (counts[pattern] > counts[best] ? pattern : best));
}

export function addSegmentCounts(a: SegmentCounts, b: SegmentCounts): SegmentCounts {
  return {
    linear: a.linear + b.linear,
    precise: a.precise + b.precise,
    circular: a.circular + b.circular,
    erratic: a.erratic + b.erratic,
    mixed: a.mixed + b.mixed,
    none: a.none + b.none,
  };
}
