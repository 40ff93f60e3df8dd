import { newRageSearch, searchRage } from '../../schema/rules/rage-burst.ts';
import { mergeReactions, nothingSeen, type SeenReaction } from '../../schema/rules/reaction.ts';
import type { ElementInfo } from '../../schema/wire/batch.ts';
import { PressFlag, ReactionKind, type WireEventOf } from '../../schema/wire/events.ts';
import { extendBurst, startBurst } from './bursts.ts';
import type { SiteRules } from './fold.ts';
import { type HeldPress, isRemembered, makeClick, type PressState } from './presses.ts';

/** Takes a press in: its place in a run and in a burst. Its verdict is given when the batch is settled. */
export function foldPress(
  state: PressState,
  event: WireEventOf<'press'>,
  element: ElementInfo | null,
  rules: SiteRules,
): PressState {
  // A number that is in use again can only be a client's mistake: events are known by it.
  if (state.held.some(({ fact }) => fact.press === event.press)) return state;
  const fact = makeClick(state, event, element);
  const order = state.next;
  const press: HeldPress = { order, fact, isTold: false, seen: nothingSeen, burst: null };
  const { t, x, y } = event;
  const taken: PressState = {
    ...state,
    next: order + 1,
    held: [...state.held, press],
    last: { t, x, y, clickCount: fact.clickCount },
  };
  return (event.flags & PressFlag.noRage) === 0 ? foldClickIntoBurst(taken, press, rules) : taken;
}

function foldClickIntoBurst(state: PressState, press: HeldPress, rules: SiteRules): PressState {
  const { t, x, y } = press.fact;
  const isKnown = state.search.recent.every((click) => isRemembered(state, click.order, click.t));
  const before = isKnown ? state.search : newRageSearch;
  const { search, outcome } = searchRage(before, { t, x, y, order: press.order });
  const now = { ...state, search };
  if (outcome === 'apart') return now;
  if (outcome === 'extends') return extendBurst(now, press, rules);
  const orders = [...before.recent.map((click) => click.order), press.order];
  return startBurst(now, orders);
}

/** Takes in what was seen after a press; too late or for a press that is not known, it tells nothing. */
export function foldReaction(state: PressState, event: WireEventOf<'reaction'>): PressState {
  const press = state.held.find(({ fact }) => fact.press === event.press);
  if (!press || !isRemembered(state, press.order, press.fact.t)) return state;
  const seen = mergeReactions(press.seen, readReaction(event));
  return {
    ...state,
    held: state.held.map((held) => (held === press ? { ...press, seen } : held)),
  };
}

function readReaction(event: WireEventOf<'reaction'>): SeenReaction {
  const isStrong = event.kind === ReactionKind.strong;
  return {
    reaction: nameReaction(event.kind),
    strongMs: isStrong ? event.afterMs : null,
    causes: event.causes,
    networkMs: event.networkMs > 0 ? event.networkMs : null,
  };
}

function nameReaction(kind: number): SeenReaction['reaction'] {
  switch (kind) {
    case ReactionKind.none:
      return 'none';
    case ReactionKind.weak:
      return 'weak';
    case ReactionKind.strong:
      return 'strong';
    default:
      return 'unknown';
  }
}
