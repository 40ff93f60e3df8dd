export interface ScrubberMark {
  readonly tMs: number;
  readonly kind: 'click' | 'rage' | 'dead' | 'page';
}

const STEP_MS = 5_000;
const FINE_STEP_MS = 500;

/** Where a key leads: arrows 5 s (with Shift half a second), Home and End. @returns null for other keys */
export function seekByKey(
  event: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
  atMs: number,
  endMs: number,
): number | null {
  const step = event.shiftKey ? FINE_STEP_MS : STEP_MS;
  switch (event.key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return Math.max(0, atMs - step);
    case 'ArrowRight':
    case 'ArrowUp':
      return Math.min(endMs, atMs + step);
    case 'Home':
      return 0;
    case 'End':
      return endMs;
    default:
      return null;
  }
}

/** One path for all ticks of a kind, over a width of 1,000; those that would fall on the same spot are one. */
export function tickPath(moments: readonly number[], endMs: number): string {
  const places = new Set(moments.map((tMs) => Math.round((tMs / Math.max(1, endMs)) * 1_000)));
  return [...places].map((x) => `M${x} 0V10`).join('');
}
