import { computeReversalRun, excessiveScrolling } from '../../schema/rules/excessive-scrolling.ts';
import {
  type IncidentSearch,
  newIncidentSearch,
  searchIncident,
} from '../../schema/rules/incident.ts';
import { computeScrollDepth } from '../../schema/rules/scroll-depth.ts';
import { SCROLL_TURN_PX } from '../../schema/rules/scroll-reversal.ts';
import { followZigzag, startZigzag, type Zigzag } from '../../schema/rules/zigzag.ts';
import type { ElementInfo, PageInfo } from '../../schema/wire/batch.ts';
import { ViewKind, type WireEventOf } from '../../schema/wire/events.ts';
import type { ExcessiveScrollFact, ScrollFact } from './fact.ts';
import type { Ledger } from './ledger.ts';

/** The element index that stands for the window. */
export const WINDOW = -1;
/** Scroll containers remembered in a view; the one unused longest is forgotten first. */
const CONTAINERS_KEPT = 20;

/** The window or one scroll container. */
interface Scroller {
  readonly element: number;
  /** Its turns of any size, and those between runs of half a viewport. */
  readonly turns: Zigzag;
  readonly longTurns: Zigzag;
  readonly search: IncidentSearch;
  /** Its last spell of excessive scrolling. */
  readonly excess: ExcessiveScrollFact | null;
}

/** The view's scrolling so far. */
export interface ScrollState {
  /** The one scrolled last comes last. */
  readonly scrollers: readonly Scroller[];
  /** Numbers of the next facts. */
  readonly nextScroll: number;
  readonly nextExcess: number;
}

/** A page that opens fresh stands at its top; after a reload or going back the place is only known once it is told. */
export function startScrolling(page: PageInfo): ScrollState {
  const isFresh =
    page.kind !== ViewKind.reload &&
    page.kind !== ViewKind.backForward &&
    page.kind !== ViewKind.pop;
  return {
    scrollers: isFresh ? [startScroller(WINDOW, 0)] : [],
    nextScroll: 0,
    nextExcess: 0,
  };
}

function startScroller(element: number, y: number): Scroller {
  return {
    element,
    turns: startZigzag(y),
    longTurns: startZigzag(y),
    search: newIncidentSearch,
    excess: null,
  };
}

export function foldScroll(
  state: ScrollState,
  event: WireEventOf<'scroll'>,
  container: ElementInfo | null,
  ledger: Ledger,
): ScrollState {
  // Browsers that bounce at the page's ends tell positions beyond them.
  const y = Math.max(0, Math.min(event.y, event.height - event.viewport));
  const known = state.scrollers.find(({ element }) => element === event.element);
  const before = known ?? startScroller(event.element, event.element === WINDOW ? y : 0);
  const turn = followZigzag(before.turns, y, SCROLL_TURN_PX);
  const fact: ScrollFact = {
    kind: 'scroll',
    key: `s${state.nextScroll}`,
    t: event.t,
    container: event.element === WINDOW ? null : container,
    y,
    heightPx: event.height,
    viewportPx: event.viewport,
    depthPercent: computeScrollDepth(y + event.viewport, event.height),
    isReversal: turn.turned,
  };
  ledger.revise(null, fact);
  const longTurn = followZigzag(before.longTurns, y, computeReversalRun(event.viewport));
  const after = { ...before, turns: turn.zigzag, longTurns: longTurn.zigzag };
  const next = { ...state, nextScroll: state.nextScroll + 1 };
  return longTurn.turned ? foldTurn(next, after, event.t, ledger) : keepScroller(next, after);
}

function foldTurn(state: ScrollState, scroller: Scroller, t: number, ledger: Ledger): ScrollState {
  const search = searchIncident(scroller.search, t, excessiveScrolling);
  const { open } = search;
  if (!open) return keepScroller(state, { ...scroller, search });
  const standing = scroller.search.open ? scroller.excess : null;
  const excess: ExcessiveScrollFact = {
    kind: 'excessiveScroll',
    key: standing?.key ?? `x${state.nextExcess}`,
    t: open.startMs,
    durationMs: open.endMs - open.startMs,
    reversals: open.count,
  };
  ledger.revise(standing, excess);
  const next = standing ? state : { ...state, nextExcess: state.nextExcess + 1 };
  return keepScroller(next, { ...scroller, search, excess });
}

/** Puts it last. The window is never forgotten. */
function keepScroller(state: ScrollState, scroller: Scroller): ScrollState {
  const others = state.scrollers.filter(({ element }) => element !== scroller.element);
  const window = others.filter(({ element }) => element === WINDOW);
  const containers = others.filter(({ element }) => element !== WINDOW);
  return {
    ...state,
    scrollers: [...window, ...containers.slice(-CONTAINERS_KEPT + 1), scroller],
  };
}
