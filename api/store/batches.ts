import type { Binary } from 'mongodb';
import type { EdgeContext } from '../ingest/incoming-batch.ts';
import { declareCollection } from './collection.ts';

/** A batch as it came: the truth that everything else is derived from. */
export interface BatchDocument {
  site: string;
  session: string;
  visitor: string;
  view: string;
  seq: number;
  /** Packed, as in `schema/wire/FORMAT.md`. */
  body: Binary;
  /** When the collector took it. */
  receivedAt: Date;
  /** What the collector knew of the browser. */
  context: EdgeContext;
  /** The session's version that took it in. */
  version: number;
  /** The first and last sample of movement; null where there is none, or the view has no date yet. */
  movesFrom: Date | null;
  movesTo: Date | null;
  /** Whether that is more than `longSpanMs` (a computer slept over it). */
  movesLong: boolean;
}

/** Readers of movement by time look this much further back; the few longer batches have an index of their own, ms. */
export const longSpanMs = 60_000;

export const batches = declareCollection<BatchDocument>({
  name: 'batches',
  indexes: [
    { key: { site: 1, session: 1, view: 1, seq: 1 }, unique: true },
    { key: { site: 1, session: 1, version: 1 } },
    { key: { site: 1, receivedAt: 1 } },
    // Movement by time, of a site and of a visitor.
    { key: { site: 1, movesFrom: 1 } },
    { key: { site: 1, visitor: 1, movesFrom: 1 } },
    { key: { site: 1, movesTo: 1 }, partialFilterExpression: { movesLong: true } },
  ],
  shardKey: { site: 1, session: 1 },
  retention: { after: 'receivedAt', unit: 'date' },
});
