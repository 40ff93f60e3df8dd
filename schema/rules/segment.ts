import { computeDistance, type TimedPoint } from './point.ts';

/** A sample becomes a vertex when it is this far from the last one: removes what rounding to pixels adds, px. */
const VERTEX_SPACING_PX = 5;

/**
 * A movement segment (samples with no hesitation between them), measured sample by sample: of constant size
 * however long it gets, so that it can be kept open between two batches. Plain JSON.
 */
export interface Segment {
  readonly samples: number;
  readonly first: TimedPoint;
  readonly last: TimedPoint;
  /** Length of the way travelled, px. */
  readonly pathPx: number;
  readonly minX: number;
  readonly maxX: number;
  readonly minY: number;
  readonly maxY: number;
  /** The first sample, then each at least 5 px from the vertex before. */
  readonly vertices: number;
  readonly vertexX: number;
  readonly vertexY: number;
  /** The step that led to the last vertex. */
  readonly stepX: number;
  readonly stepY: number;
  /** Sum of all turns' sizes, radians. */
  readonly absoluteTurn: number;
  /** Sum of the signed turns that are no reversals, radians. */
  readonly netTurn: number;
  /** Turns of more than 90 degrees. */
  readonly reversals: number;
}

/** A segment of one sample. */
export function startSegment(sample: TimedPoint): Segment {
  const { t, x, y } = sample;
  return {
    samples: 1,
    first: { t, x, y },
    last: { t, x, y },
    pathPx: 0,
    minX: x,
    maxX: x,
    minY: y,
    maxY: y,
    vertices: 1,
    vertexX: x,
    vertexY: y,
    stepX: 0,
    stepY: 0,
    absoluteTurn: 0,
    netTurn: 0,
    reversals: 0,
  };
}

/** The segment with one sample more. */
export function extendSegment(segment: Segment, sample: TimedPoint): Segment {
  const { t, x, y } = sample;
  const stepX = x - segment.vertexX;
  const stepY = y - segment.vertexY;
  const isVertex = stepX * stepX + stepY * stepY >= VERTEX_SPACING_PX * VERTEX_SPACING_PX;
  return {
    ...segment,
    samples: segment.samples + 1,
    last: { t, x, y },
    pathPx: segment.pathPx + computeDistance(segment.last, sample),
    minX: Math.min(segment.minX, x),
    maxX: Math.max(segment.maxX, x),
    minY: Math.min(segment.minY, y),
    maxY: Math.max(segment.maxY, y),
    ...(isVertex ? turnInto(segment, stepX, stepY) : null),
  };
}

/**
 * What a new vertex changes. The turn is taken at the vertex before it, between the step in and the step out:
 * `atan2(cross, dot)`. Where the dot product is negative it is a reversal, which has no reliable sense of rotation
 * and stays out of the net turn: otherwise going to and fro would look like circling.
 */
function turnInto(segment: Segment, stepX: number, stepY: number): Partial<Segment> {
  const moved = {
    vertices: segment.vertices + 1,
    vertexX: segment.vertexX + stepX,
    vertexY: segment.vertexY + stepY,
    stepX,
    stepY,
  };
  if (segment.vertices === 1) return moved;
  const dot = segment.stepX * stepX + segment.stepY * stepY;
  const cross = segment.stepX * stepY - segment.stepY * stepX;
  const turn = Math.atan2(cross, dot);
  const isReversal = dot < 0;
  return {
    ...moved,
    absoluteTurn: segment.absoluteTurn + Math.abs(turn),
    netTurn: isReversal ? segment.netTurn : segment.netTurn + turn,
    reversals: isReversal ? segment.reversals + 1 : segment.reversals,
  };
}
