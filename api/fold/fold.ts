import type { Batch, ElementInfo } from '../../schema/wire/batch.ts';
import type { WireEvent } from '../../schema/wire/events.ts';
import { foldAttention } from './attention.ts';
import type { SignedFact } from './fact.ts';
import { foldForm } from './forms.ts';
import { keepFacts } from './keep-facts.ts';
import { type Ledger, makeLedger } from './ledger.ts';
import { foldMark } from './marks.ts';
import { computeSegmentTotals, foldMoves, toPoints } from './movement.ts';
import { openView } from './open-view.ts';
import { foldOutline } from './outline.ts';
import { foldPress, foldReaction } from './press-intake.ts';
import { foldScroll } from './scrolling.ts';
import { settlePresses } from './settle-presses.ts';
import type { OpenView, ViewState } from './state.ts';
import type { ViewSummary } from './summary.ts';
import { foldThrashes } from './thrashes.ts';
import { addFacts } from './totals.ts';
import { foldWireframe } from './wireframes.ts';

/** What a site decides about verdicts. */
export interface SiteRules {
  readonly rageRule: 'default' | 'strict';
  readonly deadClickMs: number;
}

/** One batch as it is folded: what the browser sent, and when the collector took it (ms since 1970). */
export interface ReceivedBatch {
  readonly batch: Batch;
  readonly receivedAt: number;
}

/** The view after the batch, and what it changed. */
export interface FoldStep {
  readonly state: ViewState;
  readonly facts: readonly SignedFact[];
}

/**
 * Takes the next batch of a view (in the order of `seq`, gaps allowed) into its state. Pure: nothing is changed in place, and
 * the state's summary and the sum of all facts don't depend on how the view was cut into batches.
 *
 * Before the batch with the page block there is nothing to fold into: such a batch leaves the state as it is.
 */
export function foldBatch(state: ViewState, input: ReceivedBatch, rules: SiteRules): FoldStep {
  const ledger = makeLedger();
  const open = findOpenView(state, input, ledger);
  if (!open) return { state, facts: [] };
  const { batch } = input;
  const withElements = { ...open, elements: addElements(open.elements, batch.elements) };
  const moved = foldMovement(withElements, batch, ledger);
  const told = batch.events.reduce((now, event) => foldEvent(now, event, rules, ledger), moved);
  const seen = {
    ...told,
    presses: settlePresses(told.presses, rules, ledger),
    attention: foldAttention(told.attention, batch, ledger),
  };
  foldWireframe(batch, ledger);
  const facts = keepFacts(ledger.close(), batch);
  return { state: { ...seen, summary: summarise(seen, batch, facts) }, facts };
}

function findOpenView(state: ViewState, input: ReceivedBatch, ledger: Ledger): OpenView | null {
  const { summary } = state;
  if (summary) return { ...state, summary };
  const { page } = input.batch;
  if (!page) return null;
  ledger.revise(null, { kind: 'view', key: 'view', t: 0 });
  return openView(state, page, input);
}

function addElements(
  known: ViewState['elements'],
  elements: readonly ElementInfo[],
): ViewState['elements'] {
  if (elements.length === 0) return known;
  return { ...known, ...Object.fromEntries(elements.map((element) => [element.index, element])) };
}

function foldMovement(state: OpenView, { moves, seq }: Batch, ledger: Ledger): OpenView {
  const first = moves.t[0];
  if (first === undefined) return state;
  ledger.revise(null, { kind: 'moves', key: `m${seq}`, t: first, moves });
  return {
    ...state,
    movement: foldMoves(state.movement, moves),
    thrashes: foldThrashes(state.thrashes, toPoints(moves), ledger),
  };
}

/** A new signal's event gets its case here. */
function foldEvent(before: OpenView, event: WireEvent, rules: SiteRules, ledger: Ledger): OpenView {
  const state: OpenView = {
    ...before,
    presses: {
      ...before.presses,
      latestMs: Math.max(before.presses.latestMs, event.t),
    },
    summary: foldOutline(before.summary, event),
  };
  const element = 'element' in event ? (state.elements[event.element] ?? null) : null;
  switch (event.type) {
    case 'press':
      return { ...state, presses: foldPress(state.presses, event, element, rules) };
    case 'reaction':
      return { ...state, presses: foldReaction(state.presses, event) };
    case 'scroll':
      return { ...state, scrolling: foldScroll(state.scrolling, event, element, ledger) };
    case 'hover':
    case 'visibility':
    case 'typing':
    case 'error':
    case 'custom':
      return { ...state, marks: foldMark(state.marks, event, element, ledger) };
    case 'form':
    case 'field':
      return { ...state, forms: foldForm(state.forms ?? [], event, ledger) };
    default:
      return state;
  }
}

function summarise(state: OpenView, { lost }: Batch, facts: readonly SignedFact[]): ViewSummary {
  const { summary, movement, attention } = state;
  const { samples, distancePx, hesitations } = movement;
  return {
    ...addFacts(summary, facts),
    ...computeSegmentTotals(movement),
    samples,
    distancePx,
    hesitations,
    lastActivityMs: attention.lastActivityMs,
    attentiveMs: attention.attentiveMs,
    lostMoves: summary.lostMoves + lost.moves,
    lostEvents: summary.lostEvents + lost.events,
  };
}
