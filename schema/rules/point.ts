/** A position in CSS px. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A position at a time, in ms from the view's start. */
export interface TimedPoint extends Point {
  readonly t: number;
}

/**
 * Euclidean distance in px. By `sqrt`, which every engine rounds alike (`Math.hypot` may differ in its last bit):
 * the same movement gives the same sum wherever it is folded.
 */
export function computeDistance(a: Point, b: Point): number {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  return Math.sqrt(dx * dx + dy * dy);
}

/** Whether two places are at most `limitPx` apart: exact for whole px. */
export function isWithin(a: Point, b: Point, limitPx: number): boolean {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  return dx * dx + dy * dy <= limitPx * limitPx;
}
