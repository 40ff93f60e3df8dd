import { computeDistance, type Point } from './point.ts';

/**
 * Length of the way through the points: the sum of Euclidean distances between neighbours, px.
 *
 * @param points in time order
 * @returns 0 for fewer than two points
 */
export function computePathLength(points: readonly Point[]): number {
  let lengthPx = 0;
  let before: Point | null = null;
  for (const point of points) {
    if (before) lengthPx += computeDistance(before, point);
    before = point;
  }
  return lengthPx;
}
