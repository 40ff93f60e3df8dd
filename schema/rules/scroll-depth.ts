/**
 * How far down a page was seen, in percent of the whole document (not of what can be scrolled): the lowest edge on
 * screen divided by the height.
 *
 * @param bottomPx scroll position + viewport height
 * @returns 0..100; 100 for a page without height
 */
export function computeScrollDepth(bottomPx: number, heightPx: number): number {
  if (heightPx <= 0) return 100;
  return Math.min(100, Math.max(0, (bottomPx / heightPx) * 100));
}
