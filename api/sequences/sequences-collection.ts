import type { Binary } from 'mongodb';
import type { Device } from '../ingest/incoming-batch.ts';
import { declareCollection } from '../store/collection.ts';

/**
 * What a session did, in order and in a few bytes: pages viewed, elements clicked, custom events. Funnels and paths are one pass
 * over these. Derived from the session's facts and kept in the same transaction.
 */
export interface SequenceDocument {
  site: string;
  session: string;
  visitor: string;
  startedAt: Date;
  device: Device;
  browser: string | null;
  country: string | null;
  /** Host of the address that led to the site. */
  referrer: string | null;
  /** The distinct entry names (`entry-name.ts`), a line each. */
  names: string;
  /** For each entry two varints: ms since the entry before (the first: since `startedAt`), and its name's line. */
  entries: Binary;
}

export const sequences = declareCollection<SequenceDocument>({
  name: 'sequences',
  indexes: [
    { key: { site: 1, session: 1 }, unique: true },
    { key: { site: 1, startedAt: -1, session: -1 } },
  ],
  shardKey: { site: 1, session: 1 },
  retention: 'with-session',
});
