/** The pattern of a merged hover record. */
export type HoverPattern = 'quick' | 'normal' | 'lingering' | 'repeated';

/**
 * The pattern of all hovers of one visitor over one element in one session: `repeated` from 3 hovers on, else by the
 * average hover: `quick` below 500 ms, `lingering` above 3,000 ms, `normal` between (both limits are normal).
 *
 * @param hover durations and counts added up; `count` at least 1
 */
export function computeHoverPattern(hover: {
  readonly durationMs: number;
  readonly count: number;
}): HoverPattern {
  if (hover.count >= 3) return 'repeated';
  const averageMs = hover.durationMs / hover.count;
  if (averageMs < 500) return 'quick';
  return averageMs > 3_000 ? 'lingering' : 'normal';
}
