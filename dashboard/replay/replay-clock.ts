/** A stretch in which nothing happened, in ms of the session. */
export interface Gap {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Speeds to choose from. */
export const speeds = [0.5, 1, 2, 4, 8] as const;

/** A pause shorter than this is part of how someone behaves; longer ones can be skipped. */
export const IDLE_MS = 3_000;
/** Of a skipped pause this much stays at both ends, so that the jump can be followed. */
const REST_MS = 400;

/**
 * The stretches of at least {@link IDLE_MS} without activity.
 *
 * @param activityMs moments of samples and events, in order
 */
export function findIdleGaps(activityMs: ArrayLike<number>, endMs: number): readonly Gap[] {
  const gaps: Gap[] = [];
  let before = 0;
  for (let i = 0; i <= activityMs.length; i++) {
    const at = activityMs[i] ?? endMs;
    if (at - before >= IDLE_MS) gaps.push({ fromMs: before + REST_MS, toMs: at - REST_MS });
    before = Math.max(before, at);
  }
  return gaps;
}

/**
 * The replay's moment after some real time has passed.
 *
 * @param gaps stretches to jump over, in order; none to play everything
 * @returns at most `endMs`
 */
export function advance(
  atMs: number,
  passedMs: number,
  speed: number,
  endMs: number,
  gaps: readonly Gap[],
): number {
  let left = passedMs * speed;
  let now = atMs;
  for (const gap of gaps) {
    if (gap.toMs <= now) continue;
    const untilGap = Math.max(0, gap.fromMs - now);
    if (left < untilGap) break;
    left -= untilGap;
    now = gap.toMs;
  }
  return Math.min(now + left, endMs);
}

/** The moment in an address, `?t=12.345` in seconds. @returns null where there is none */
export function readMoment(text: string | undefined): number | null {
  const seconds = text ? Number(text) : Number.NaN;
  return Number.isFinite(seconds) && seconds >= 0 ? Math.round(seconds * 1_000) : null;
}

/** To the ms, and never after it: a link to an event shows it, and nothing that came later. */
export function writeMoment(atMs: number | null): string | undefined {
  return atMs === null ? undefined : String(Math.floor(atMs) / 1_000);
}
