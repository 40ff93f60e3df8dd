import type { Reaction } from '../../schema/rules/reaction.ts';
import type { ElementInfo, Moves } from '../../schema/wire/batch.ts';

/**
 * A finished piece of behaviour within one view. `key` is unique in its view and stable: an event document is
 * known by it. Times `t` are ms from the view's start. When later evidence changes a fact, the fold retracts the
 * old one and asserts the new one under the same key.
 */
export type Fact =
  | ViewFact
  | MovesFact
  | ClickFact
  | RageBurstFact
  | HoverFact
  | ScrollFact
  | DwellFact
  | VisibilityFact
  | TypingFact
  | ErrorFact
  | CustomFact
  | ThrashFact
  | ExcessiveScrollFact
  | FormFact
  | WireframeFact;

interface FactBase {
  readonly key: string;
  readonly t: number;
}

/** The page view itself. */
export interface ViewFact extends FactBase {
  readonly kind: 'view';
}

/** Accepted samples of movement of one batch: they are counted, and lie in it. */
export interface MovesFact extends FactBase {
  readonly kind: 'moves';
  readonly moves: Moves;
}

export interface ClickFact extends FactBase {
  readonly kind: 'click';
  /** The press's number in its view. */
  readonly press: number;
  readonly element: ElementInfo | null;
  readonly x: number;
  readonly y: number;
  readonly viewportX: number;
  readonly viewportY: number;
  readonly elementXMyriad: number;
  readonly elementYMyriad: number;
  readonly elementWidth: number;
  readonly elementHeight: number;
  readonly viewportWidth: number;
  readonly viewportHeight: number;
  readonly pointer: number;
  readonly isDrag: boolean;
  readonly isInteractive: boolean;
  /** Not 0 where it is never judged dead. */
  readonly exempt: number;
  /** 1, 2, 3 …: its place in a run of clicks (gap ≤ 500 ms and ≤ 5 px from the one before). */
  readonly clickCount: number;
  readonly timeSinceLastClickMs: number | null;
  /** What counts: a strong reaction later than the site's `deadClickMs` is none. */
  readonly reaction: Reaction;
  readonly reactionMs: number | null;
  /** `Cause` bits. */
  readonly causes: number;
  readonly isDead: boolean;
  readonly isSlow: boolean;
  readonly isRage: boolean;
  /** It belongs to a burst that is productive and so not rage. */
  readonly isProductive: boolean;
  /** How long nothing happened after it, where it is dead or slow. */
  readonly silentMs: number | null;
  /** Why it is dead, slow or rage, in words: `no reaction within 5,000 ms`; null where it is none of them. */
  readonly reason: string | null;
}

export interface RageBurstFact extends FactBase {
  readonly kind: 'burst';
  /** Numbers of its presses, the first 500 where there are more. */
  readonly presses: readonly number[];
  readonly clickCount: number;
  readonly durationMs: number;
  /** Of its first click, page px. */
  readonly x: number;
  readonly y: number;
  /** Largest distance of a click from the burst's first, px. */
  readonly radiusPx: number;
  /** That of its first click. */
  readonly element: ElementInfo | null;
  readonly productive: boolean;
  /** `3 clicks, 640 ms, 12 px, no reaction`. */
  readonly reason: string;
}

export interface HoverFact extends FactBase {
  readonly kind: 'hover';
  readonly element: ElementInfo;
  readonly durationMs: number;
  readonly clicked: boolean;
}

export interface ScrollFact extends FactBase {
  readonly kind: 'scroll';
  /** null for the window. */
  readonly container: ElementInfo | null;
  readonly y: number;
  readonly heightPx: number;
  readonly viewportPx: number;
  /** Of the document or container: (y + viewport) / height, 0..100. */
  readonly depthPercent: number;
  readonly isReversal: boolean;
}

/** The window showed `fromPx`..`toPx` of the page for `durationMs`, seen and not idle: what ATTENTION adds up. */
export interface DwellFact extends FactBase {
  readonly kind: 'dwell';
  readonly fromPx: number;
  readonly toPx: number;
  readonly heightPx: number;
  readonly durationMs: number;
}

export interface VisibilityFact extends FactBase {
  readonly kind: 'visibility';
  readonly state: TabState;
}

export interface TypingFact extends FactBase {
  readonly kind: 'typing';
  readonly presses: number;
  readonly durationMs: number;
  readonly shortestIntervalMs: number;
  readonly longestIntervalMs: number;
}

export interface ErrorFact extends FactBase {
  readonly kind: 'error';
  readonly message: string;
  readonly source: string;
  readonly line: number;
  readonly column: number;
  /** Number of the press before it, null for none. */
  readonly press: number | null;
}

export interface CustomFact extends FactBase {
  readonly kind: 'custom';
  readonly name: string;
  readonly properties: string;
}

/** The pointer was thrown to and fro. */
export interface ThrashFact extends FactBase {
  readonly kind: 'thrash';
  readonly durationMs: number;
  readonly reversals: number;
  readonly x: number;
  readonly y: number;
}

/** Four or more reversals of half a viewport within 10 s, in the window or one container. */
export interface ExcessiveScrollFact extends FactBase {
  readonly kind: 'excessiveScroll';
  readonly durationMs: number;
  readonly reversals: number;
}

/** The use of one form in a view, from its first focus on; never what was filled in. */
export interface FormFact extends FactBase {
  readonly kind: 'form';
  /** Its name or id; empty for the fields outside forms. */
  readonly form: string;
  readonly submits: number;
  /** Submissions tried with fields that the browser held for invalid. */
  readonly refusals: number;
  /** In their order on the page. */
  readonly fields: readonly FormFieldUse[];
  /** Place in `fields` of the one visited last; null where none was left yet. */
  readonly last: number | null;
}

/** The page's shape was told. Its boxes stay in their batch: this says where. */
export interface WireframeFact extends FactBase {
  readonly kind: 'wireframe';
  /** Of the batch; of several in one batch the last one counts. */
  readonly seq: number;
  /** When it was taken, px. */
  readonly viewportWidth: number;
  readonly viewportHeight: number;
  readonly documentWidth: number;
  readonly documentHeight: number;
  /** The band of viewport widths that it stands for, by its first width. */
  readonly band: number;
}

/** One field in one use of its form. */
export interface FormFieldUse {
  readonly field: string;
  /** `email`, `select-one`, `radio`, …: an input's type. */
  readonly fieldType: string;
  /** Its place in the form, from 0. */
  readonly order: number;
  readonly visits: number;
  /** Focused, over all visits. */
  readonly timeMs: number;
  /** From focus to the first input, over the visits that had one; and how many they are. */
  readonly hesitationMs: number;
  readonly hesitations: number;
  readonly changes: number;
  /** Runs of deleting. */
  readonly corrections: number;
  /** Visits in which it was filled in again. */
  readonly refills: number;
  /** At the last submission, or attempt at one. */
  readonly isBlank: boolean;
}

/** What nothing later changes, and nearly every batch tells. */
export type KeptFact = HoverFact | ScrollFact;

/** +1: it holds now; -1: it no longer does. */
export interface SignedFact {
  readonly sign: 1 | -1;
  readonly fact: Fact;
  /** The number of the batch that it lies in, where it does: see `keepFacts`. */
  readonly keptBy?: number;
}

export type TabState = 'hidden' | 'shown' | 'closed';
