import { computeDistance } from './point.ts';
import type { Segment } from './segment.ts';
import { computeStraightness } from './straightness.ts';

/** The shape of one movement segment. `none`: too little to have a shape; `mixed`: none of the others. */
export type SegmentPattern = 'linear' | 'precise' | 'circular' | 'erratic' | 'mixed' | 'none';

/** Rounding allowed at the limits that include their own value. */
const ROUNDING = 1e-9;

/**
 * The pattern of a movement segment; the first rule that applies wins. With n samples, path length L, displacement D,
 * straightness S = D/L, bounding-box diagonal E, speed v = L/duration:
 *
 * - `none`: n < 4, or L < 20 px, or no duration
 * - `circular`: 6 vertices or more, net turn W >= 270 degrees, W at least 0.6 of all turning, and S <= 0.5
 * - `precise`: E <= 100 px and v <= 200 px/s (slow work in a small area, the homing phase)
 * - `linear`: S >= 0.90 (at most 11 % longer than the straight line)
 * - `erratic`: S < 0.50 and 2 reversals or more
 * - `mixed`: otherwise
 *
 * There is no published standard for these words: the measures are standard, the thresholds ours. Straightness:
 * Batschelet 1981, Benhamou 2004. Direction changes: MacKenzie, Kauppinen & Silfverberg 2001 (CHI). A fast phase, then
 * slow corrections near the target: Woodworth 1899, Meyer et al. 1988 (Psych. Rev. 95). Classes: Churruca 2011 (UPF).
 */
export function classifySegment(segment: Segment): SegmentPattern {
  const { samples, pathPx, first, last } = segment;
  const durationMs = last.t - first.t;
  if (samples < 4 || pathPx < 20 || durationMs === 0) return 'none';
  const straightness = computeStraightness(computeDistance(first, last), pathPx) ?? 0;
  if (isCircular(segment, straightness)) return 'circular';
  if (isPrecise(segment, (pathPx / durationMs) * 1000)) return 'precise';
  if (straightness >= 0.9 - ROUNDING) return 'linear';
  if (straightness < 0.5 && segment.reversals >= 2) return 'erratic';
  return 'mixed';
}

function isCircular(segment: Segment, straightness: number): boolean {
  const netTurn = Math.abs(segment.netTurn);
  return (
    segment.vertices >= 6 &&
    netTurn >= 1.5 * Math.PI - ROUNDING &&
    netTurn / segment.absoluteTurn >= 0.6 - ROUNDING &&
    straightness <= 0.5 + ROUNDING
  );
}

function isPrecise(segment: Segment, speedPxPerSec: number): boolean {
  const extentPx = computeDistance(
    { x: segment.minX, y: segment.minY },
    { x: segment.maxX, y: segment.maxY },
  );
  return extentPx <= 100 + ROUNDING && speedPxPerSec <= 200 + ROUNDING;
}
