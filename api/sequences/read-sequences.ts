import type { Db, Filter } from 'mongodb';
import { startOfDay } from '../sites/site-day.ts';
import type { SiteDocument } from '../store/sites.ts';
import type { DayRange } from '../timeline/day-range.ts';
import { type SequenceDocument, sequences } from './sequences-collection.ts';

/** Enough to make round trips few, little enough to let other requests in between. */
const atOnce = 2_000;

/** Sequences of the sessions that started on these days. */
export function sequencesIn(
  { site, timeZone }: SiteDocument,
  { fromDay, toDay }: DayRange,
): Filter<SequenceDocument> {
  const from = new Date(startOfDay(timeZone, fromDay));
  const to = new Date(startOfDay(timeZone, toDay + 1));
  return { site, startedAt: { $gte: from, $lt: to } };
}

/**
 * Reads sequences by their start and hands them over one by one.
 *
 * @param visit returns `false` where it has seen enough
 */
export async function readSequences(
  db: Db,
  filter: Filter<SequenceDocument>,
  order: 'oldestFirst' | 'newestFirst',
  visit: (sequence: SequenceDocument) => boolean | undefined,
  most = 0,
): Promise<void> {
  const direction = order === 'oldestFirst' ? 1 : -1;
  const cursor = sequences
    .in(db)
    .find(filter, { projection: { _id: 0 }, batchSize: atOnce, promoteBuffers: false })
    .sort({ startedAt: direction, session: direction })
    .limit(most);
  try {
    while (await cursor.hasNext()) {
      for (const sequence of cursor.readBufferedDocuments()) if (visit(sequence) === false) return;
    }
  } finally {
    await cursor.close();
  }
}
