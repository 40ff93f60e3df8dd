import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { Binary } from 'mongodb';
import type { ViewState } from '../fold/state.ts';
import type { ViewSummary } from '../fold/summary.ts';
import type { Stored } from '../store/stored-filter.ts';
import type { PackedView } from '../store/views.ts';

/** A page view and how far it has been folded. */
export interface ViewDocument extends Omit<PackedView, 'folded'> {
  /** All batches below `nextSeq`; null until the first batch (seq 0) is there. */
  state: ViewState | null;
  /** The state with `laterSeqs` folded in as well; null where there are none. */
  tip: ViewState | null;
  /** Of everything that has arrived; null until the first batch is there. */
  summary: ViewSummary | null;
}

/** Batches that a stored state may be behind. */
const mostBehind = 4;

/**
 * How far the stored state goes once a view has been folded: it is written with every few batches only. It is most of what a batch
 * would write, and a process that knows the session by heart does not read it.
 *
 * @param before how far it went
 */
export function storedUpTo(
  before: number,
  { nextSeq, laterSeqs }: Pick<ViewDocument, 'nextSeq' | 'laterSeqs'>,
): number {
  // What lies beyond a gap is not in line to be folded again.
  const isDue = before === 0 || nextSeq - before >= mostBehind || laterSeqs.length > 0;
  return isDue ? nextSeq : before;
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
  summary: _,
  ...view
}: Stored<ViewDocument>): Stored<PackedView> {
  return { ...view, folded: packFolded({ state, tip }) };
}

/** The view as far as it was stored: `foldedTo` says how far that is. */
export function unpackView({ folded, ...view }: Stored<PackedView>): Stored<ViewDocument> {
  const { state, tip } = unpackFolded(folded);
  // Views from before states were stored now and then are whole.
  const foldedTo = (view as Partial<PackedView>).foldedTo ?? view.nextSeq;
  return { ...view, foldedTo, state, tip, summary: (tip ?? state)?.summary ?? null };
}

function unpackFolded(folded: Binary | null): Pick<ViewDocument, 'state' | 'tip'> {
  if (!folded) return { state: null, tip: null };
  const { state, tip = null } = JSON.parse(inflateRawSync(folded.buffer).toString());
  return { state, tip };
}
