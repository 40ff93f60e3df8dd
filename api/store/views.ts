import type { Binary } from 'mongodb';
import type { DatedView } from '../ingest/dated-view.ts';
import { declareCollection } from './collection.ts';

/** A page view and how far it has been folded, as it is stored: `api/ingest/read-views.ts` reads it. */
export interface PackedView {
  site: string;
  session: string;
  view: string;
  visitor: string;
  /** All batches below it are in `folded`. A few that follow may be stored: who reads the view folds them again. */
  foldedTo: number;
  /** Batches that came after a gap, ascending: where there are some, no others follow. */
  laterSeqs: number[];
  /** What its first batch told, with its date and route; null until that is there. */
  dated: DatedView | null;
  /** The folded states, its numbers among them: deflated JSON, as MongoDB need not know what is in it; null until there are some. */
  folded: Binary | null;
  /** No batches follow: another view of the session has had some since. */
  isOver: boolean;
}

export const views = declareCollection<PackedView>({
  name: 'views',
  indexes: [
    { key: { site: 1, session: 1, view: 1 }, unique: true },
    // The views of a page, newest first.
    { key: { site: 1, 'dated.route': 1, 'dated.startedAt': -1 } },
  ],
  shardKey: { site: 1, session: 1 },
  retention: 'with-session',
});
