import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { Binary } from 'mongodb';
import type { ViewState } from '../fold/state.ts';
import type { ViewSummary } from '../fold/summary.ts';
import type { Stored } from '../store/stored-filter.ts';
import type { PackedView } from '../store/views.ts';

/** A page view and how far it has been folded. */
export interface ViewDocument extends Omit<PackedView, 'folded'> {
  /** All batches below it are folded. */
  nextSeq: number;
  /** All batches below `nextSeq`; null until the first batch (seq 0) is there. */
  state: ViewState | null;
  /** The state with `laterSeqs` folded in as well; null where there are none. */
  tip: ViewState | null;
  /** Of everything that has arrived; null until the first batch is there. */
  summary: ViewSummary | null;
}

/** Batches that may follow what is stored of a view. */
export const mostBehind = 3;

/**
 * How far a view goes as it is stored, once it has been folded: it is written with every few batches only. A process that knows the
 * session by heart does not read it, and it would be most of what a batch writes.
 */
export function storedUpTo(
  before: ViewDocument,
  { nextSeq, laterSeqs }: Pick<ViewDocument, 'nextSeq' | 'laterSeqs'>,
): number {
  const { foldedTo, isOver } = before;
  // What follows is looked for close behind, where there is no gap.
  const hasGap = laterSeqs.length > 0 || before.laterSeqs.length > 0;
  const isDue = foldedTo === 0 || nextSeq - foldedTo > mostBehind || hasGap || isOver;
  return isDue ? nextSeq : foldedTo;
}

/**
 * The part of a view that changes with every batch, packed: as BSON its two hundred fields cost ten times as much, in this process
 * and in mongod. Deflated (26 µs) it is a ninth of its 5 kB, which mongod would copy into its log, its journal and past every
 * process's change stream.
 */
export function packFolded({ state, tip }: Pick<ViewDocument, 'state' | 'tip'>): Binary | null {
  if (!state && !tip) return null;
  return new Binary(deflateRawSync(JSON.stringify(tip ? { state, tip } : { state }), { level: 1 }));
}

export function packView({
  state,
  tip,
  summary: _summary,
  nextSeq: _nextSeq,
  ...view
}: Stored<ViewDocument>): Stored<PackedView> {
  return { ...view, folded: packFolded({ state, tip }) };
}

/** The view as far as it is stored. */
export function unpackView({ folded, ...view }: Stored<PackedView>): Stored<ViewDocument> {
  const { state, tip } = unpackFolded(folded);
  const summary = (tip ?? state)?.summary ?? null;
  return { ...view, nextSeq: view.foldedTo, state, tip, summary };
}

function unpackFolded(folded: Binary | null): Pick<ViewDocument, 'state' | 'tip'> {
  if (!folded) return { state: null, tip: null };
  const { state, tip = null } = JSON.parse(inflateRawSync(folded.buffer).toString());
  return { state, tip };
}
