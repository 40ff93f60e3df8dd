/**
 * Typing speed in presses a minute: intervals between presses ÷ the time they took (10 presses have 9 intervals).
 *
 * @returns `null` where no interval was measured
 */
export function computeTypingSpeed(intervals: number, durationMs: number): number | null {
  return durationMs > 0 && intervals > 0 ? (intervals / durationMs) * 60_000 : null;
}
