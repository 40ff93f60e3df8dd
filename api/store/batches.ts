import type { Binary } from 'mongodb';
import type { EdgeContext } from '../ingest/incoming-batch.ts';
import { declareCollection } from './collection.ts';
import type { EventType } from './events.ts';

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
  /** Types of the events that lie in it: samples of movement, and `facts`. None while its view has no date. */
  types: EventType[];
  /** JSON of `KeptFact[]`, as they follow from this batch and those before it; null where there are none. */
  facts: string | null;
  /** When the first and the last of all these was; null where there are none. */
  firstAt: Date | null;
  lastAt: Date | null;
  /** Whether that is more than `longSpanMs` (a computer slept over it). */
  isLong: boolean;
}

/** Who reads batches by time looks this much further back; the few longer ones have an index of their own, ms. */
export const longSpanMs = 10_000;

export const batches = declareCollection<BatchDocument>({
  name: 'batches',
  indexes: [
    { key: { site: 1, session: 1, view: 1, seq: 1 }, unique: true },
    { key: { site: 1, session: 1, version: 1 } },
    { key: { site: 1, receivedAt: 1 } },
    // What lies in them by time, of a site and of a visitor.
    { key: { site: 1, types: 1, firstAt: 1 } },
    { key: { site: 1, visitor: 1, firstAt: 1 } },
    { key: { site: 1, lastAt: 1 }, partialFilterExpression: { isLong: true } },
  ],
  shardKey: { site: 1, session: 1 },
  retention: { after: 'receivedAt', unit: 'date' },
});
