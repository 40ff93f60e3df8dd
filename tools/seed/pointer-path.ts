import type { Point } from '../../schema/rules/point.ts';
import type { Chance } from './chance.ts';

/** Between two samples, ms: the tracker's own pace. */
export const sampleMs = 50;

/** Fitts' law for a mouse, ms: `a + b · log2(distance / width + 1)` (MacKenzie 1992 gives such figures). */
const fittsMs = { a: 140, b: 165 } as const;
/** How far a movement bends away from the straight line, as a share of its length. */
const bend = 0.06;

/**
 * Where a hand is every 50 ms on its way: fastest in the middle (minimum jerk, Flash & Hogan 1985), in a slight bend,
 * trembling by a px.
 *
 * @param widthPx of what is aimed at
 * @param pace 1 is usual, more is slower
 * @returns the positions after the first, at least one; the last is `to`
 */
export function makePath(
  from: Point,
  to: Point,
  widthPx: number,
  pace: number,
  chance: Chance,
): readonly Point[] {
  const distance = Math.hypot(to.x - from.x, to.y - from.y);
  const ms = pace * (fittsMs.a + fittsMs.b * Math.log2(distance / Math.max(8, widthPx) + 1));
  const steps = Math.max(1, Math.round(ms / sampleMs));
  const aside = chance.normal(0, bend);
  return Array.from({ length: steps }, (_, index) => {
    const done = (index + 1) / steps;
    if (done === 1) return to;
    const along = done ** 3 * (10 - 15 * done + 6 * done ** 2);
    const away = aside * Math.sin(Math.PI * along);
    return {
      x: from.x + (to.x - from.x) * along - (to.y - from.y) * away + chance.between(-1, 1),
      y: from.y + (to.y - from.y) * along + (to.x - from.x) * away + chance.between(-1, 1),
    };
  });
}
