import type { ViewState } from '../fold/state.ts';
import type { ViewSummary } from '../fold/summary.ts';
import type { DatedView } from '../ingest/dated-view.ts';
import { declareCollection } from './collection.ts';

/** A page view and how far it has been folded. */
export interface ViewDocument {
  site: string;
  session: string;
  view: string;
  visitor: string;
  /** All batches below it are folded into `state`. */
  nextSeq: number;
  /** Batches that came after a gap, ascending. */
  laterSeqs: number[];
  /** null until the first batch (seq 0) is there. */
  state: ViewState | null;
  /** The state with `laterSeqs` folded in as well; null where there are none. */
  tip: ViewState | null;
  /** What its first batch told, with its date and route; null until that is there. */
  dated: DatedView | null;
  /** Of everything that has arrived; null until the first batch is there. */
  summary: ViewSummary | null;
}

export const views = declareCollection<ViewDocument>({
  name: 'views',
  indexes: [
    { key: { site: 1, session: 1, view: 1 }, unique: true },
    // The views of a page, newest first.
    { key: { site: 1, 'dated.route': 1, 'dated.startedAt': -1 } },
  ],
  shardKey: { site: 1, session: 1 },
  retention: 'with-session',
});
