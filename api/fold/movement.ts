import { isHesitation } from '../../schema/rules/hesitation.ts';
import { computeDistance, type TimedPoint } from '../../schema/rules/point.ts';
import { extendSegment, type Segment, startSegment } from '../../schema/rules/segment.ts';
import { classifySegment } from '../../schema/rules/segment-pattern.ts';
import { noSegments, type SegmentCounts } from '../../schema/rules/session-pattern.ts';
import { computeStraightness } from '../../schema/rules/straightness.ts';
import type { Moves } from '../../schema/wire/batch.ts';

/** What the view's segments add up to. */
export interface SegmentTotals {
  readonly segments: SegmentCounts;
  readonly efficiencySum: number;
  readonly efficiencyCount: number;
}

/** The view's movement so far. */
export interface MovementState {
  readonly samples: number;
  readonly distancePx: number;
  readonly hesitations: number;
  /** The segment that the next sample may belong to. */
  readonly open: Segment | null;
  /** The segments before it. */
  readonly closed: SegmentTotals;
}

export const noMovement: MovementState = {
  samples: 0,
  distancePx: 0,
  hesitations: 0,
  open: null,
  closed: { segments: noSegments, efficiencySum: 0, efficiencyCount: 0 },
};

export function foldMoves(state: MovementState, moves: Moves): MovementState {
  return toPoints(moves).reduce(foldSample, state);
}

function foldSample(state: MovementState, sample: TimedPoint): MovementState {
  const { open } = state;
  const samples = state.samples + 1;
  if (!open) return { ...state, samples, open: startSegment(sample) };
  // Pauses and their way belong to the distance, though to no segment.
  const distancePx = state.distancePx + computeDistance(open.last, sample);
  if (!isHesitation(sample.t - open.last.t)) {
    return { ...state, samples, distancePx, open: extendSegment(open, sample) };
  }
  return {
    samples,
    distancePx,
    hesitations: state.hesitations + 1,
    open: startSegment(sample),
    closed: addSegment(state.closed, open),
  };
}

/** All segments of the view, the open one taken as it stands. */
export function computeSegmentTotals(state: MovementState): SegmentTotals {
  return state.open ? addSegment(state.closed, state.open) : state.closed;
}

function addSegment(totals: SegmentTotals, segment: Segment): SegmentTotals {
  const pattern = classifySegment(segment);
  const efficiency = computeStraightness(
    computeDistance(segment.first, segment.last),
    segment.pathPx,
  );
  return {
    segments: { ...totals.segments, [pattern]: totals.segments[pattern] + 1 },
    efficiencySum: totals.efficiencySum + (efficiency ?? 0),
    efficiencyCount: totals.efficiencyCount + (efficiency === null ? 0 : 1),
  };
}

/** Columns as points; a column that is cut short ends them all. */
export function toPoints(moves: Moves): TimedPoint[] {
  const points: TimedPoint[] = [];
  for (const [i, t] of moves.t.entries()) {
    const x = moves.x[i];
    const y = moves.y[i];
    if (x === undefined || y === undefined) break;
    points.push({ t, x, y });
  }
  return points;
}
