import { NETWORK_REVIVAL_MS, type Reaction, type SeenReaction } from './reaction.ts';
import { formatWhole } from './words.ts';

/** A strong reaction that comes this late or later makes a click slow, ms. */
const SLOW_CLICK_MS = 1_000;

/** One press as it is judged. */
export interface JudgedPress {
  readonly seen: SeenReaction;
  readonly isDrag: boolean;
  /** Text fields, selects, new-tab clicks and so on: never judged. */
  readonly isExempt: boolean;
}

export interface ClickVerdict {
  /** What counts: a strong reaction after `deadClickMs` is none. */
  readonly reaction: Reaction;
  /** Of the strong reaction that counts. */
  readonly reactionMs: number | null;
  readonly isDead: boolean;
  readonly isSlow: boolean;
  /** How long nothing happened, where it is dead or slow. */
  readonly silentMs: number | null;
  /** Why it is dead or slow; null where it is neither. */
  readonly reason: string | null;
}

/**
 * Judges one press. Dead: no strong reaction within `deadClickMs` (the limit included). Slow: one came after 1,000 ms
 * or more; or none came, but a request that the press started ended between `deadClickMs` and 15 s after it. Drags and
 * exempt elements are neither, and where the page was left before the verdict, or the time still runs, it is open.
 */
export function judgeClick(press: JudgedPress, deadClickMs: number): ClickVerdict {
  const { seen } = press;
  const inTime = seen.strongMs !== null && seen.strongMs <= deadClickMs;
  const reaction = seen.reaction === 'strong' && !inTime ? 'none' : seen.reaction;
  const verdict = {
    reaction,
    reactionMs: inTime ? seen.strongMs : null,
    isDead: false,
    isSlow: false,
    silentMs: null,
    reason: null,
  };
  if (press.isDrag || press.isExempt) return verdict;
  if (reaction === 'strong') return judgeSpeed(verdict);
  if (reaction === 'none' || reaction === 'weak') return judgeSilence(verdict, seen, deadClickMs);
  return verdict;
}

function judgeSpeed(verdict: ClickVerdict): ClickVerdict {
  const { reactionMs } = verdict;
  if (reactionMs === null || reactionMs < SLOW_CLICK_MS) return verdict;
  return {
    ...verdict,
    isSlow: true,
    silentMs: reactionMs,
    reason: `reaction after ${formatWhole(reactionMs)} ms`,
  };
}

function judgeSilence(
  verdict: ClickVerdict,
  seen: SeenReaction,
  deadClickMs: number,
): ClickVerdict {
  const { networkMs, strongMs } = seen;
  const silence =
    verdict.reaction === 'weak'
      ? `only a passing change within ${formatWhole(deadClickMs)} ms`
      : `no reaction within ${formatWhole(deadClickMs)} ms`;
  if (networkMs !== null && networkMs >= deadClickMs && networkMs <= NETWORK_REVIVAL_MS) {
    return {
      ...verdict,
      isSlow: true,
      silentMs: networkMs,
      reason: `${silence}, a request ended after ${formatWhole(networkMs)} ms`,
    };
  }
  return { ...verdict, isDead: true, silentMs: strongMs ?? deadClickMs, reason: silence };
}
