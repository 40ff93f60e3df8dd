/** SCROLL and ATTENTION divide a page's height into bands of 5 %. */
export const BAND_PERCENT = 5;
export const BAND_COUNT = 20;

/**
 * The deepest band that came into view.
 *
 * @param depthPercent how far down the page the lower edge of the window was, 0..100
 * @returns 0..19; a band is reached as soon as any of it was seen, and the first always is
 */
export function deepestBand(depthPercent: number): number {
  return clamp(Math.ceil(depthPercent / BAND_PERCENT) - 1, 0, BAND_COUNT - 1);
}

/** Depth of a view that has not scrolled: the share of the document that the window shows at first, in percent. */
export function initialDepthPercent(viewportHeightPx: number, documentHeightPx: number): number {
  if (documentHeightPx <= 0) return 100;
  return Math.min(100, (100 * viewportHeightPx) / documentHeightPx);
}

/**
 * How a stay at one scroll position counts for each band: its time times the part of the band that was on screen, in whole
 * milliseconds, so that taking it back leaves nothing behind.
 */
export function attentionByBand(stay: {
  readonly fromPx: number;
  readonly toPx: number;
  readonly heightPx: number;
  readonly durationMs: number;
}): Map<number, number> {
  const { fromPx, toPx, heightPx, durationMs } = stay;
  const shares = new Map<number, number>();
  if (heightPx <= 0) return shares;
  const bandPx = heightPx / BAND_COUNT;
  for (let band = 0; band < BAND_COUNT; band++) {
    const seenPx = Math.min(toPx, (band + 1) * bandPx) - Math.max(fromPx, band * bandPx);
    const ms = Math.round((durationMs * Math.max(0, seenPx)) / bandPx);
    if (ms > 0) shares.set(band, ms);
  }
  return shares;
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}
