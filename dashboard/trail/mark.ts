import type { EventRowFragment } from '../generated/session.ts';

/** A click on the canvas. */
export interface Mark {
  readonly id: string;
  readonly viewId: string;
  readonly tMs: number;
  /** Page px. */
  readonly x: number;
  readonly y: number;
  readonly isRage: boolean;
  readonly isDead: boolean;
  /** Its number in the run of clicks. */
  readonly clickCount: number;
}

export const layers = ['trail', 'clicks', 'rage', 'dead'] as const;
export type Layer = (typeof layers)[number];
export type LayerSet = ReadonlySet<Layer>;

/** The clicks among a session's events. */
export function findMarks(events: readonly EventRowFragment[]): readonly Mark[] {
  return events.flatMap((event) =>
    event.__typename === 'ClickEvent'
      ? {
          id: event.id,
          viewId: event.viewId,
          tMs: event.tMs,
          x: event.clickX,
          y: event.clickY,
          isRage: event.isRageClick,
          isDead: event.isDeadClick,
          clickCount: event.clickCount,
        }
      : [],
  );
}

/** Whether a mark shows with these layers: a rage click belongs to that layer, a dead one to both of its own. */
export function isMarkShown(mark: Mark, shown: LayerSet): boolean {
  if (mark.isRage && shown.has('rage')) return true;
  if (mark.isDead && shown.has('dead')) return true;
  return !mark.isRage && shown.has('clicks');
}

/** The mark nearest to a point of the page, no farther than `reachPx`; the later of two on the same spot. */
export function markNear(
  marks: readonly Mark[],
  point: { readonly x: number; readonly y: number },
  reachPx: number,
): Mark | null {
  let best: Mark | null = null;
  let least = reachPx;
  for (const mark of marks) {
    const away = Math.hypot(mark.x - point.x, mark.y - point.y);
    if (away <= least) {
      best = mark;
      least = away;
    }
  }
  return best;
}
