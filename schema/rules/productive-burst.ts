import { Cause, Pointer } from '../wire/events.ts';
import type { Reaction } from './reaction.ts';
import { formatWhole } from './words.ts';

/** One press of a burst, with the reaction that counts. */
export interface BurstPress {
  readonly reaction: Reaction;
  /** `Cause` bits. */
  readonly causes: number;
  /** A `Pointer` code. */
  readonly pointer: number;
}

/** What makes a burst productive. */
export type Productivity = 'selected text' | 'scrolled' | 'from the keyboard' | 'answered';

/**
 * Why a burst got something done and is no rage: it selects text, scrolls, comes from the keyboard (all of it), or all
 * but at most one of its presses got a strong reaction (steppers, carousels, toggles). Presses whose reaction is still
 * pending count as not answered: the answer is revised when they are.
 *
 * @returns `null` for a burst that got nothing done
 */
export function detectProductivity(presses: readonly BurstPress[]): Productivity | null {
  if (presses.some((press) => press.causes & Cause.selection)) return 'selected text';
  if (presses.some((press) => press.causes & Cause.scroll)) return 'scrolled';
  if (presses.every((press) => press.pointer === Pointer.keyboard)) return 'from the keyboard';
  return countAnswered(presses) >= presses.length - 1 ? 'answered' : null;
}

/** Size of a burst. */
export interface BurstMeasure {
  readonly clickCount: number;
  readonly durationMs: number;
  /** Largest distance of a click from the first, px. */
  readonly radiusPx: number;
}

/**
 * A burst in words, as people read it: `3 clicks, 640 ms, 12 px, no reaction`.
 *
 * @param answers from `describeAnswers`
 */
export function describeBurst(measure: BurstMeasure, answers: string): string {
  const { clickCount, durationMs, radiusPx } = measure;
  const clicks = `${formatWhole(clickCount)} clicks`;
  return `${clicks}, ${formatWhole(durationMs)} ms, ${formatWhole(radiusPx)} px, ${answers}`;
}

/** What answered a burst's presses, in words: `no reaction`, `2 of 3 answered`, `selected text`. */
export function describeAnswers(presses: readonly BurstPress[]): string {
  const productivity = detectProductivity(presses);
  if (productivity && productivity !== 'answered') return productivity;
  const answered = countAnswered(presses);
  if (answered > 0) return `${answered} of ${presses.length} answered`;
  if (presses.some((press) => press.reaction === 'pending')) return 'no reaction yet';
  if (presses.some((press) => press.reaction === 'unknown')) return 'reaction unknown';
  return 'no reaction';
}

function countAnswered(presses: readonly BurstPress[]): number {
  return presses.filter((press) => press.reaction === 'strong').length;
}
