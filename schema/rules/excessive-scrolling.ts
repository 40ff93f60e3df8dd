import type { IncidentRule } from './incident.ts';

/**
 * Excessive scrolling: 4 or more reversals within 10 s, each between two runs of at least half a viewport: somebody looks
 * for what the page does not show.
 */
export const excessiveScrolling: IncidentRule = { count: 4, windowMs: 10_000 };

/** The least run before and after a reversal that counts, px. */
export function computeReversalRun(viewportPx: number): number {
  return Math.max(1, viewportPx / 2);
}
