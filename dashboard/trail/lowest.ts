import type { Mark } from './mark.ts';
import type { ViewTrail } from './view-trail.ts';

/** Room below what happened, page px; also the step in which the picture is fitted anew while a trail grows. */
const STEP_PX = 100;

/** How far down a page anything happened, page px: at least what was in the window at first. */
export function lowestOf(
  trail: ViewTrail,
  marks: readonly Pick<Mark, 'y'>[],
  viewportHeight: number,
): number {
  let lowest = viewportHeight;
  for (let i = 0; i < trail.length; i++) lowest = Math.max(lowest, trail.y[i] ?? 0);
  for (const mark of marks) lowest = Math.max(lowest, mark.y);
  return lowest === viewportHeight ? lowest : Math.ceil(lowest / STEP_PX + 0.3) * STEP_PX;
}
