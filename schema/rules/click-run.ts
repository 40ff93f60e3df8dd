import { isWithin, type TimedPoint } from './point.ts';

/** A click belongs to the run of the one before it up to this gap, ms: the usual double-click time. */
const RUN_GAP_MS = 500;
/** … and up to this distance from it, px. */
const RUN_DISTANCE_PX = 5;

/**
 * A click's place in its run: 1, 2, 3 … It follows the click before it where it comes at most 500 ms later and lies
 * at most 5 px from it; otherwise a new run starts.
 *
 * @param before the click before it with its own place, `null` where there is none
 */
export function computeClickCount(
  before: (TimedPoint & { readonly clickCount: number }) | null,
  click: TimedPoint,
): number {
  const follows =
    before !== null && click.t - before.t <= RUN_GAP_MS && isWithin(before, click, RUN_DISTANCE_PX);
  return follows ? before.clickCount + 1 : 1;
}
