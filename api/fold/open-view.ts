import { noOffsets } from '../../schema/rules/click-precision.ts';
import { computeScrollDepth } from '../../schema/rules/scroll-depth.ts';
import { noSegments } from '../../schema/rules/session-pattern.ts';
import type { PageInfo } from '../../schema/wire/batch.ts';
import { startAttention } from './attention.ts';
import type { ReceivedBatch } from './fold.ts';
import { noMarks } from './marks.ts';
import { noMovement } from './movement.ts';
import { noPresses } from './presses.ts';
import { startScrolling } from './scrolling.ts';
import type { OpenView, ViewState } from './state.ts';
import type { ViewSummary } from './summary.ts';
import { noThrashes } from './thrashes.ts';

/** A view of which nothing is known yet. */
export function initialViewState(): ViewState {
  return {
    elements: {},
    movement: noMovement,
    thrashes: noThrashes,
    presses: noPresses,
    scrolling: { scrollers: [], nextScroll: 0, nextExcess: 0 },
    attention: startAttention({ viewportHeight: 0, documentHeight: 0 }),
    marks: noMarks,
    summary: null,
  };
}

/** The view once its page block is there. */
export function openView(state: ViewState, page: PageInfo, received: ReceivedBatch): OpenView {
  return {
    ...state,
    scrolling: startScrolling(page),
    attention: startAttention(page),
    summary: startSummary(page, received),
  };
}

function startSummary(page: PageInfo, { batch, receivedAt }: ReceivedBatch): ViewSummary {
  const { site, session, visitor, view } = batch;
  const { sentAt, startedAt, ...described } = page;
  return {
    site,
    session,
    visitor,
    view,
    ...described,
    // One offset for the whole view: the collector's clock at arrival less the browser's at sending.
    startedAt: startedAt + (receivedAt - sentAt),
    lastActivityMs: 0,
    attentiveMs: 0,
    visibility: 'shown',
    samples: 0,
    distancePx: 0,
    hesitations: 0,
    segments: noSegments,
    efficiencySum: 0,
    efficiencyCount: 0,
    thrashes: 0,
    clicks: 0,
    drags: 0,
    rageClicks: 0,
    rageBursts: 0,
    productiveBursts: 0,
    deadClicks: 0,
    slowClicks: 0,
    offsets: noOffsets,
    hovers: [],
    scrollEvents: 0,
    scrollReversals: 0,
    excessiveScrolls: 0,
    deepestPx: page.viewportHeight,
    deepestScrollPercent: computeScrollDepth(page.viewportHeight, page.documentHeight),
    keyPresses: 0,
    typingIntervals: 0,
    typingMs: 0,
    errors: 0,
    customEvents: 0,
    lostMoves: 0,
    lostEvents: 0,
  };
}
