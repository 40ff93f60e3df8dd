/**
 * Follows one coordinate and tells its real turns from jitter: a turn counts once the way back is as long as a
 * threshold, and so was the way there. Plain JSON of constant size.
 */
export interface Zigzag {
  /** Of the present run: 1 up, -1 down, 0 before the first run is long enough. */
  readonly direction: 1 | -1 | 0;
  /** Extremes since the last turn. */
  readonly low: number;
  readonly high: number;
}

export interface ZigzagStep {
  readonly zigzag: Zigzag;
  readonly turned: boolean;
}

export function startZigzag(value: number): Zigzag {
  return { direction: 0, low: value, high: value };
}

/** @param threshold the least length of a run, in the coordinate's unit, above 0 */
export function followZigzag(zigzag: Zigzag, value: number, threshold: number): ZigzagStep {
  const { direction } = zigzag;
  const low = Math.min(zigzag.low, value);
  const high = Math.max(zigzag.high, value);
  if (direction !== 1 && value - low >= threshold) {
    return { zigzag: { direction: 1, low: value, high: value }, turned: direction === -1 };
  }
  if (direction !== -1 && high - value >= threshold) {
    return { zigzag: { direction: -1, low: value, high: value }, turned: direction === 1 };
  }
  return { zigzag: { direction, low, high }, turned: false };
}
