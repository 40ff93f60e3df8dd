import { computeClickCount } from '../../schema/rules/click-run.ts';
import type { TimedPoint } from '../../schema/rules/point.ts';
import { newRageSearch, type RageSearch } from '../../schema/rules/rage-burst.ts';
import { nothingSeen, type SeenReaction } from '../../schema/rules/reaction.ts';
import type { ElementInfo } from '../../schema/wire/batch.ts';
import { PressFlag, type WireEventOf } from '../../schema/wire/events.ts';
import type { ClickFact, RageBurstFact } from './fact.ts';

/** A press is forgotten this long after it, by the view's later events: no reaction is waited for any more, ms. */
const PRESS_MEMORY_MS = 60_000;
/** … and when so many came after it. */
const PRESSES_REMEMBERED = 500;

/** A press whose verdict may still change. */
export interface HeldPress {
  /** Counts the presses as they came. */
  readonly order: number;
  /** As it stands; before `isTold` its verdict is blank. */
  readonly fact: ClickFact;
  readonly isTold: boolean;
  readonly seen: SeenReaction;
  /** Key of its burst. */
  readonly burst: string | null;
}

/** A burst whose verdict may still change. */
export interface HeldBurst {
  /** With all its clicks; its verdict is given when the batch is settled. */
  readonly fact: RageBurstFact;
  /** As it stands. */
  readonly told: RageBurstFact | null;
  readonly lastOrder: number;
  /** The latest of its clicks' times. */
  readonly lastT: number;
  /** What a burst of very many clicks was when it passed the limit, for good. */
  readonly frozen: BurstAnswer | null;
}

/** What a burst got done. */
export interface BurstAnswer {
  readonly productive: boolean;
  /** From `describeAnswers`. */
  readonly answers: string;
}

/** A click as the search for bursts knows it. */
export interface SearchedClick extends TimedPoint {
  readonly order: number;
}

/** The view's presses so far. */
export interface PressState {
  /** The next press's order. */
  readonly next: number;
  readonly held: readonly HeldPress[];
  readonly bursts: readonly HeldBurst[];
  readonly search: RageSearch<SearchedClick>;
  /** The press before, for runs. */
  readonly last: (TimedPoint & { readonly clickCount: number }) | null;
  /** The latest time told by any event. */
  readonly latestMs: number;
}

export const noPresses: PressState = {
  next: 0,
  held: [],
  bursts: [],
  search: newRageSearch,
  last: null,
  latestMs: 0,
};

/**
 * Whether evidence about a press still counts. Decided by the events before it alone, never by where batches were cut.
 */
export function isRemembered(state: PressState, order: number, t: number): boolean {
  return state.latestMs - t <= PRESS_MEMORY_MS && order >= state.next - PRESSES_REMEMBERED;
}

/** The press as a fact before any verdict. */
export function makeClick(
  state: PressState,
  press: WireEventOf<'press'>,
  element: ElementInfo | null,
): ClickFact {
  const { last } = state;
  const { type: _type, flags, element: _index, ...places } = press;
  return {
    kind: 'click',
    key: `c${press.press}`,
    ...places,
    element,
    isDrag: (flags & PressFlag.drag) !== 0,
    isInteractive: (flags & PressFlag.interactive) !== 0,
    clickCount: computeClickCount(last, press),
    timeSinceLastClickMs: last ? Math.max(0, press.t - last.t) : null,
    reaction: nothingSeen.reaction,
    reactionMs: null,
    causes: 0,
    isDead: false,
    isSlow: false,
    isRage: false,
    isProductive: false,
    silentMs: null,
    reason: null,
  };
}
