/** First width of each band, CSS px: the break points at which common layouts change. */
export const bandStarts = [0, 480, 768, 1024, 1280, 1536, 1920, 2560] as const;

/** Widths from `min` to `max`, both included; null: open. */
export interface WidthRange {
  readonly min: number | null;
  readonly max: number | null;
}

/** The band of a viewport width: its first width. */
export function bandOf(widthPx: number): number {
  return bandStarts.findLast((start) => start <= widthPx) ?? 0;
}

/**
 * The bands that make up a range of widths exactly, so that it can be answered from sums.
 *
 * @returns null where the range begins or ends within a band: then only the clicks and samples themselves can tell
 */
export function bandsOf({ min, max }: WidthRange): number[] | null {
  const from = min ?? 0;
  const end = max === null ? Number.POSITIVE_INFINITY : max + 1;
  const starts: readonly number[] = bandStarts;
  if (from > 0 && !starts.includes(from)) return null;
  if (end !== Number.POSITIVE_INFINITY && !starts.includes(end)) return null;
  return starts.filter((start) => start >= from && start < end);
}

export function isWithin(widthPx: number, { min, max }: WidthRange): boolean {
  return (min === null || widthPx >= min) && (max === null || widthPx <= max);
}
