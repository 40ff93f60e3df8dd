import type { OffsetSums } from '../../schema/rules/click-precision.ts';
import type { SegmentCounts } from '../../schema/rules/session-pattern.ts';
import type { ElementInfo } from '../../schema/wire/batch.ts';

/** Hovers of one element in one view, added up. */
export interface HoverTotal {
  readonly element: ElementInfo;
  readonly durationMs: number;
  readonly count: number;
  /** How many of them ended in a press. */
  readonly clicked: number;
  /** Start of the first of them, ms from the view's start. */
  readonly firstMs: number;
}

/** Everything that a session, its page list and the statistics need to know of one page view: plain JSON. */
export interface ViewSummary {
  readonly site: string;
  readonly session: string;
  readonly visitor: string;
  readonly view: string;
  /** ms since 1970 by the collector's clock: `page.startedAt + (receivedAt - page.sentAt)` of seq 0. */
  readonly startedAt: number;
  /** A `ViewKind`. */
  readonly kind: number;
  readonly url: string;
  readonly referrer: string;
  /** The last user identified in this view; empty for none. */
  readonly user: string;
  readonly touch: number;
  readonly automated: number;
  /** At the view's start, px. */
  readonly viewportWidth: number;
  readonly viewportHeight: number;
  /** The latest size that was told, px. */
  readonly documentWidth: number;
  readonly documentHeight: number;
  /** The last activity of any kind, ms from the view's start: where the view ends. */
  readonly lastActivityMs: number;
  /** Time seen and not idle: visible, with activity in the 30 s before. */
  readonly attentiveMs: number;
  /** The state of the tab that was told last. */
  readonly visibility: 'hidden' | 'shown' | 'closed';
  /** Accepted samples of movement. */
  readonly samples: number;
  /** Euclidean, over consecutive samples, px: a float, summed in the samples' order. */
  readonly distancePx: number;
  /** Pauses of more than 500 ms between two samples. */
  readonly hesitations: number;
  /** Segments between the pauses by their pattern, the one still open included. */
  readonly segments: SegmentCounts;
  /** Straightness D/L of the segments that moved at all, summed in order, and how many they are. */
  readonly efficiencySum: number;
  readonly efficiencyCount: number;
  readonly thrashes: number;
  readonly clicks: number;
  readonly drags: number;
  /** Clicks in bursts that are rage, and those bursts. */
  readonly rageClicks: number;
  readonly rageBursts: number;
  readonly productiveBursts: number;
  readonly deadClicks: number;
  readonly slowClicks: number;
  readonly offsets: OffsetSums;
  /** In order of first hover. */
  readonly hovers: readonly HoverTotal[];
  readonly scrollEvents: number;
  readonly scrollReversals: number;
  readonly excessiveScrolls: number;
  /** Lowest edge of the page that was on screen, page px. */
  readonly deepestPx: number;
  /** `deepestPx` of the document's latest height, 0..100. */
  readonly deepestScrollPercent: number;
  readonly keyPresses: number;
  /** Intervals between presses within bursts, and their sum: `typingIntervals / typingMs` is the speed. */
  readonly typingIntervals: number;
  readonly typingMs: number;
  readonly errors: number;
  readonly customEvents: number;
  /** What the tracker had to drop for want of room. */
  readonly lostMoves: number;
  readonly lostEvents: number;
}
