import type { WireEvent } from '../../../schema/wire/events.ts';
import type { Fact, SignedFact } from '../fact.ts';
import { foldBatch, type SiteRules } from '../fold.ts';
import { initialViewState } from '../open-view.ts';
import type { ViewSummary } from '../summary.ts';
import { makeBatch, makeElement } from './view-stream.ts';

export const usualRules: SiteRules = { rageRule: 'default', deadClickMs: 5_000 };

export interface FoldedEvents {
  readonly summary: ViewSummary;
  /** What stands at the end, in order of assertion. */
  readonly standing: readonly Fact[];
  /** What each batch said. */
  readonly steps: readonly (readonly SignedFact[])[];
}

type Step = readonly WireEvent[] | { readonly moves: readonly (readonly number[])[] };

/**
 * Folds a view, a batch for each argument: events, or rows of movement (t, x, y). Elements 0 to 4 are known.
 */
export function foldEvents(rules: SiteRules, ...batches: readonly Step[]): FoldedEvents {
  let state = initialViewState();
  const standing = new Map<string, Fact>();
  const steps = batches.map((step, seq) => {
    const rows = 'moves' in step ? step.moves : [];
    const column = (i: number) => rows.map((row) => row[i] ?? 0);
    const batch = makeBatch({
      seq,
      elements: seq === 0 ? [0, 1, 2, 3, 4].map(makeElement) : [],
      events: 'moves' in step ? [] : step,
      moves: { t: column(0), x: column(1), y: column(2) },
    });
    const { state: next, facts } = foldBatch(state, { batch, receivedAt: 0 }, rules);
    state = next;
    for (const { sign, fact } of facts) {
      if (sign > 0) standing.set(fact.key, fact);
      else standing.delete(fact.key);
    }
    return facts;
  });
  if (!state.summary) throw new Error('The view was never opened.');
  return { summary: state.summary, standing: [...standing.values()], steps };
}

/** Those of one kind. */
export function pickFacts<Kind extends Fact['kind']>(
  facts: readonly Fact[],
  kind: Kind,
): Extract<Fact, { kind: Kind }>[] {
  return facts.filter((fact): fact is Extract<Fact, { kind: Kind }> => fact.kind === kind);
}
