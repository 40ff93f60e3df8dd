import { setImmediate as immediately } from 'node:timers/promises';
import type { Db, Filter } from 'mongodb';
import type { Device } from '../ingest/incoming-batch.ts';
import { startOfDay } from '../sites/site-day.ts';
import type { SiteDocument } from '../store/sites.ts';
import type { DayRange } from '../timeline/day-range.ts';
import { type SequenceDocument, sequences } from './sequences-collection.ts';
import { StoredSequence } from './stored-sequence.ts';

/** Enough to make round trips few, little enough to let other requests in between. */
const atOnce = 2_000;

/** Which sessions are meant: those that started on some days, on one class of device or any (null). */
export interface SequenceScope {
  readonly site: SiteDocument;
  readonly range: DayRange;
  readonly device: Device | null;
}

export function sequencesIn({
  site: { site, timeZone },
  range: { fromDay, toDay },
  device,
}: SequenceScope): Filter<SequenceDocument> {
  const from = new Date(startOfDay(timeZone, fromDay));
  const to = new Date(startOfDay(timeZone, toDay + 1));
  return { site, startedAt: { $gte: from, $lt: to }, ...(device ? { device } : {}) };
}

/**
 * Reads sequences by their start and hands them over one by one. While some are looked at, the database already gets the next ready.
 *
 * @param visit returns `false` where it has seen enough; the sequence is good until it returns
 */
export async function readSequences(
  db: Db,
  filter: Filter<SequenceDocument>,
  order: 'oldestFirst' | 'newestFirst',
  visit: (sequence: StoredSequence) => boolean | undefined,
  most = 0,
): Promise<void> {
  const direction = order === 'oldestFirst' ? 1 : -1;
  const cursor = sequences
    .in(db)
    .find<Uint8Array>(filter, { batchSize: atOnce, raw: true })
    .sort({ startedAt: direction, session: direction })
    .limit(most);
  const sequence = new StoredSequence();
  try {
    for (let more = cursor.hasNext(); await more; ) {
      const documents = cursor.readBufferedDocuments();
      more = cursor.hasNext();
      // What fails is told where it is waited for.
      more.catch(() => null);
      // Lets the request out, and others in.
      await immediately();
      for (const document of documents) {
        sequence.turnTo(document);
        if (visit(sequence) === false) return;
      }
    }
  } finally {
    await cursor.close();
  }
}
