import { placeKey } from '../frustration/element-groups.ts';
import type { SessionDocument } from '../store/sessions.ts';

/** All hovers of one session over one element of one page. */
export interface HoverRecord {
  readonly route: string;
  /** A `placeKey`. */
  readonly element: string;
  /** Added up, whole ms. */
  readonly durationMs: number;
  readonly count: number;
  /** How many of them ended in a click. */
  readonly clicked: number;
}

/** A session's merged hovers by page and element. */
export function listHoverRecords({ summary }: Pick<SessionDocument, 'summary'>): HoverRecord[] {
  return summary.hovers.map((hover) => ({
    route: hover.page,
    element: placeKey(hover.element),
    durationMs: Math.round(hover.hoverDurationMs),
    count: hover.hoverCount,
    clicked: hover.clickedCount,
  }));
}
