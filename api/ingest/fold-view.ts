import type { SignedFact } from '../fold/fact.ts';
import { foldBatch, type ReceivedBatch, type SiteRules } from '../fold/fold.ts';
import { initialViewState } from '../fold/open-view.ts';
import type { ViewState } from '../fold/state.ts';
import type { ViewDocument } from './view-document.ts';

/** How far a view is folded: the part of its document that folding changes. */
export type FoldedView = Pick<ViewDocument, 'nextSeq' | 'laterSeqs' | 'state' | 'tip' | 'summary'>;

export const unfolded: FoldedView = {
  nextSeq: 0,
  laterSeqs: [],
  state: null,
  tip: null,
  summary: null,
};

/**
 * Whether the view's stored later batches are to be folded again: one of the new ones comes before or among them.
 * Otherwise all new ones follow what is folded, gap or no gap.
 */
export function needsLaterBatches(view: FoldedView, freshSeqs: readonly number[]): boolean {
  const last = view.laterSeqs.at(-1);
  return last !== undefined && view.state !== null
    ? freshSeqs.some((seq) => seq < last)
    : last !== undefined && freshSeqs.includes(0);
}

/**
 * Folds new batches into a view, whatever the order in which they came. The facts say what changed: where a gap closes,
 * what later batches had given is withdrawn, and given again after the batch that was missing.
 *
 * @param later the batches of `laterSeqs`, in order, where `needsLaterBatches` says so; else none
 * @param fresh none of them folded before, in any order
 */
export function foldView(
  view: FoldedView,
  later: readonly ReceivedBatch[],
  fresh: readonly ReceivedBatch[],
  rules: SiteRules,
): { readonly view: FoldedView; readonly facts: readonly SignedFact[] } {
  const withdrawn = view.state ? withdraw(foldAll(view.state, later, rules).facts) : [];
  const again = later.length > 0;
  const start: FoldedView = again ? { ...view, laterSeqs: [], tip: null } : view;
  const ordered = [...later, ...fresh].sort((a, b) => a.batch.seq - b.batch.seq);
  const step = advance(start, ordered, rules);
  return { view: step.view, facts: [...withdrawn, ...step.facts] };
}

/** Facts taken back, the last first. */
export function withdraw(facts: readonly SignedFact[]): SignedFact[] {
  return facts.map((signed) => ({ ...signed, sign: opposite(signed.sign) })).reverse();
}

export function opposite(sign: 1 | -1): 1 | -1 {
  return sign === 1 ? -1 : 1;
}

/** Folds batches that all come after what the view has folded. */
function advance(view: FoldedView, ordered: readonly ReceivedBatch[], rules: SiteRules) {
  let nextSeq = view.nextSeq;
  let taken = 0;
  // The row without a gap: it moves the kept state forward.
  if (view.laterSeqs.length === 0) {
    while (ordered[taken]?.batch.seq === nextSeq) {
      nextSeq++;
      taken++;
    }
  }
  const row = ordered.slice(0, taken);
  const rest = ordered.slice(taken);
  const inRow = foldAll(view.state ?? initialViewState(), row, rules);
  const state = nextSeq > 0 ? inRow.state : null;
  const laterSeqs = [...view.laterSeqs, ...rest.map(({ batch }) => batch.seq)].sort(
    (a, b) => a - b,
  );
  if (!state || laterSeqs.length === 0) {
    const folded = { nextSeq, laterSeqs, state, tip: null, summary: state?.summary ?? null };
    return { view: folded, facts: inRow.facts };
  }
  const beyond = foldAll(view.tip ?? state, rest, rules);
  const folded = { nextSeq, laterSeqs, state, tip: beyond.state, summary: beyond.state.summary };
  return { view: folded, facts: [...inRow.facts, ...beyond.facts] };
}

/** Folds batches that follow each other. */
export function foldAll(from: ViewState, batches: readonly ReceivedBatch[], rules: SiteRules) {
  let state = from;
  const facts: SignedFact[] = [];
  for (const batch of batches) {
    const step = foldBatch(state, batch, rules);
    state = step.state;
    facts.push(...step.facts);
  }
  return { state, facts };
}
