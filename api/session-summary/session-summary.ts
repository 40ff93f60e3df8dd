import { addOffsets, noOffsets, type OffsetSums } from '../../schema/rules/click-precision.ts';
import {
  addSegmentCounts,
  computeSessionPattern,
  type MovementPattern,
  noSegments,
  type SegmentCounts,
} from '../../schema/rules/session-pattern.ts';
import { computeTypingSpeed } from '../../schema/rules/typing-speed.ts';
import type { ViewSummary } from '../fold/summary.ts';
import { type MergedHover, mergeHovers } from './merged-hovers.ts';
import { listPages, type PageVisit, withoutHash } from './page-visits.ts';

/** The numbers of one session, by the names of `Session` in `schema.graphql`. Plain JSON. */
export interface SessionSummary {
  /** ms since 1970: the first view's start, and the last activity in any view. */
  readonly startedAt: number;
  readonly endedAt: number;
  readonly sessionDurationSeconds: number;
  /** The last user identified; empty for none. */
  readonly user: string;
  readonly totalDistancePx: number;
  /** Over the session's duration; 0 where that is 0. */
  readonly avgSpeedPxPerSec: number;
  readonly mouseMovements: number;
  readonly hesitationCount: number;
  /** Mean straightness of all segments that moved, 0..1; null without any. */
  readonly pathEfficiency: number | null;
  readonly efficiencySum: number;
  readonly efficiencyCount: number;
  readonly segments: SegmentCounts;
  readonly movementPattern: MovementPattern | null;
  readonly thrashes: number;
  readonly totalClicks: number;
  readonly drags: number;
  readonly rageClicks: number;
  readonly rageBurstCount: number;
  readonly productiveBurstCount: number;
  readonly deadClicks: number;
  readonly slowClicks: number;
  readonly offsets: OffsetSums;
  readonly scrollEvents: number;
  readonly scrollReversals: number;
  readonly excessiveScrolls: number;
  /** The deepest of its pages, 0..100. */
  readonly deepestScrollPercent: number;
  readonly keyPresses: number;
  readonly typingSpeedPerMinute: number | null;
  readonly errorCount: number;
  readonly customEventCount: number;
  /** Seen and not idle, over all views. */
  readonly activeMs: number;
  readonly pageCount: number;
  readonly quickBacks: number;
  readonly pages: readonly PageVisit[];
  readonly hovers: readonly MergedHover[];
  readonly lostMoves: number;
  readonly lostEvents: number;
}

/** What simply adds up: each name here and in the view. */
const sums = {
  totalDistancePx: 'distancePx',
  mouseMovements: 'samples',
  hesitationCount: 'hesitations',
  efficiencySum: 'efficiencySum',
  efficiencyCount: 'efficiencyCount',
  thrashes: 'thrashes',
  totalClicks: 'clicks',
  drags: 'drags',
  rageClicks: 'rageClicks',
  rageBurstCount: 'rageBursts',
  productiveBurstCount: 'productiveBursts',
  deadClicks: 'deadClicks',
  slowClicks: 'slowClicks',
  scrollEvents: 'scrollEvents',
  scrollReversals: 'scrollReversals',
  excessiveScrolls: 'excessiveScrolls',
  keyPresses: 'keyPresses',
  errorCount: 'errors',
  customEventCount: 'customEvents',
  activeMs: 'attentiveMs',
  lostMoves: 'lostMoves',
  lostEvents: 'lostEvents',
} as const satisfies Partial<Record<keyof SessionSummary, keyof ViewSummary>>;

/**
 * A session as a function of its views, whatever the order they are given in: they are taken by start, then id. Its
 * time goes from the first start to the last activity.
 *
 * @param views one at least
 * @param pageOf the same for the views of one page: what hovers are merged by (the address without its hash, or a route)
 */
export function summariseSession(
  views: readonly ViewSummary[],
  pageOf: (view: ViewSummary) => string = ({ url }) => withoutHash(url),
): SessionSummary {
  const ordered = [...views].sort(byStart);
  const totals = addUp(ordered);
  const startedAt = ordered[0]?.startedAt ?? 0;
  const endedAt = ordered.reduce(
    (end, view) => Math.max(end, view.startedAt + view.lastActivityMs),
    startedAt,
  );
  const seconds = (endedAt - startedAt) / 1000;
  const segments = ordered.map((view) => view.segments).reduce(addSegmentCounts, noSegments);
  const pages = listPages(ordered);
  return {
    startedAt,
    endedAt,
    sessionDurationSeconds: seconds,
    user: ordered.findLast(({ user }) => user !== '')?.user ?? '',
    ...totals,
    avgSpeedPxPerSec: seconds > 0 ? totals.totalDistancePx / seconds : 0,
    pathEfficiency:
      totals.efficiencyCount > 0 ? totals.efficiencySum / totals.efficiencyCount : null,
    segments,
    movementPattern: computeSessionPattern(segments),
    offsets: ordered.map((view) => view.offsets).reduce((a, b) => addOffsets(a, b), noOffsets),
    deepestScrollPercent: Math.max(0, ...ordered.map((view) => view.deepestScrollPercent)),
    typingSpeedPerMinute: computeTypingSpeed(
      total(ordered, 'typingIntervals'),
      total(ordered, 'typingMs'),
    ),
    pageCount: pages.length,
    quickBacks: pages.filter((page) => page.isQuickBack).length,
    pages,
    hovers: mergeHovers(ordered, pageOf),
  };
}

function byStart(a: ViewSummary, b: ViewSummary): number {
  if (a.startedAt !== b.startedAt) return a.startedAt - b.startedAt;
  return a.view < b.view ? -1 : Number(a.view > b.view);
}

function addUp(views: readonly ViewSummary[]): Record<keyof typeof sums, number> {
  const entries = Object.entries(sums).map(([name, source]) => [name, total(views, source)]);
  return Object.fromEntries(entries);
}

type NumberField = {
  [K in keyof ViewSummary]: ViewSummary[K] extends number ? K : never;
}[keyof ViewSummary];

function total(views: readonly ViewSummary[], field: NumberField): number {
  return views.reduce((sum, view) => sum + view[field], 0);
}
