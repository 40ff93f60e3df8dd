import { computeAttention } from '../../schema/rules/attention.ts';
import type { Batch, PageInfo } from '../../schema/wire/batch.ts';
import { Visibility, type WireEvent } from '../../schema/wire/events.ts';
import type { DwellFact } from './fact.ts';
import type { Ledger } from './ledger.ts';
import { WINDOW } from './scrolling.ts';

/** When and on what part of the page the visitor's attention was. */
export interface AttentionState {
  readonly visible: boolean;
  /** The last thing that the visitor did. */
  readonly lastActivityMs: number;
  /** The last sign that somebody is there: that, or the tab shown again. */
  readonly lastPresenceMs: number;
  /** Attention is counted up to here. */
  readonly countedMs: number;
  readonly attentiveMs: number;
  /** What is on screen now: grows until the page is scrolled or takes another size. */
  readonly dwell: DwellFact;
  readonly isDwellTold: boolean;
  readonly nextDwell: number;
}

/** One moment of the view: activity, or a change of what is seen. */
interface Moment {
  readonly t: number;
  readonly event: WireEvent | null;
}

export function startAttention(
  page: Pick<PageInfo, 'viewportHeight' | 'documentHeight'>,
): AttentionState {
  return {
    visible: true,
    lastActivityMs: 0,
    lastPresenceMs: 0,
    countedMs: 0,
    attentiveMs: 0,
    dwell: makeDwell(0, 0, 0, page.viewportHeight, page.documentHeight),
    isDwellTold: false,
    nextDwell: 1,
  };
}

/** Takes a batch's moments in their order of time: movement, events, and the activity that was not recorded. */
export function foldAttention(
  state: AttentionState,
  { moves, events, activeMs }: Batch,
  ledger: Ledger,
): AttentionState {
  const moments: Moment[] = [
    ...moves.t.map((t) => ({ t, event: null })),
    ...events.map((event) => ({ t: computeMoment(event), event })),
    { t: activeMs, event: null },
  ].sort((a, b) => a.t - b.t);
  return moments.reduce((now, moment) => foldMoment(now, moment, ledger), state);
}

/** Typing is told when it ends. */
function computeMoment(event: WireEvent): number {
  return event.type === 'typing' ? event.t + event.durationMs : event.t;
}

/**
 * Scrolling and hovering are no activity by themselves: pages scroll by script (carousels), and a hover may end because the
 * page is left. What the visitor did for it is in the batch's `activeMs`.
 */
function foldMoment(state: AttentionState, { t, event }: Moment, ledger: Ledger): AttentionState {
  if (!event) return act(advance(state, t, ledger), t);
  switch (event.type) {
    case 'press':
    case 'swipe':
      return act(advance(state, t, ledger), t);
    case 'typing':
      // Somebody who types without a pause over 2 s is there all along.
      return advance(act(act(advance(state, event.t, ledger), event.t), t), t, ledger);
    case 'scroll': {
      if (event.element !== WINDOW) return state;
      const now = advance(state, t, ledger);
      const y = Math.max(0, Math.min(event.y, event.height - event.viewport));
      return look(now, t, y, event.viewport, event.height);
    }
    case 'resize': {
      const now = advance(state, t, ledger);
      return look(now, t, now.dwell.fromPx, event.viewportHeight, event.documentHeight);
    }
    case 'visibility': {
      const visible = event.state === Visibility.shown;
      const now = { ...advance(state, t, ledger), visible };
      return visible ? { ...now, lastPresenceMs: Math.max(now.lastPresenceMs, t) } : now;
    }
    default:
      return state;
  }
}

function act(state: AttentionState, t: number): AttentionState {
  return {
    ...state,
    lastActivityMs: Math.max(state.lastActivityMs, t),
    lastPresenceMs: Math.max(state.lastPresenceMs, t),
  };
}

/** Counts the time up to `t`, as far as it was seen and not idle. */
function advance(state: AttentionState, t: number, ledger: Ledger): AttentionState {
  if (t <= state.countedMs) return state;
  const attention = state.visible ? computeAttention(state.lastPresenceMs, state.countedMs, t) : 0;
  const now = { ...state, countedMs: t };
  if (attention === 0) return now;
  const dwell = { ...state.dwell, durationMs: state.dwell.durationMs + attention };
  ledger.revise(state.isDwellTold ? state.dwell : null, dwell);
  return { ...now, attentiveMs: state.attentiveMs + attention, dwell, isDwellTold: true };
}

function look(
  state: AttentionState,
  t: number,
  y: number,
  viewportPx: number,
  heightPx: number,
): AttentionState {
  return {
    ...state,
    dwell: makeDwell(state.nextDwell, t, y, viewportPx, heightPx),
    isDwellTold: false,
    nextDwell: state.nextDwell + 1,
  };
}

function makeDwell(
  number: number,
  t: number,
  fromPx: number,
  viewportPx: number,
  heightPx: number,
): DwellFact {
  return {
    kind: 'dwell',
    key: `d${number}`,
    t,
    fromPx,
    toPx: fromPx + viewportPx,
    heightPx,
    durationMs: 0,
  };
}
