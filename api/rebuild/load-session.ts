import { type IncomingBatch, unpackStored } from '../ingest/incoming-batch.ts';
import { batches } from '../store/batches.ts';
import type { Transaction } from '../store/transaction.ts';

/** A session's name. */
export interface SessionName {
  readonly site: string;
  readonly session: string;
}

/** Every stored batch of a session, by view and number. */
export async function loadBatches(
  { db, session: tx }: Transaction,
  { site, session }: SessionName,
): Promise<IncomingBatch[]> {
  const stored = await batches
    .in(db)
    .find({ site, session }, { session: tx })
    .sort({ view: 1, seq: 1 })
    .toArray();
  return stored.map(unpackStored);
}
