import type { MongoClient } from 'mongodb';

/** The sites that are compared: the same 30 days, with as many copies of the same sessions each day as told. */
export interface ScaledSite {
  readonly site: string;
  readonly copiesPerDay: number;
  readonly events: number;
}

export interface Wanted {
  readonly wanted: readonly { readonly site: string; readonly events: number }[];
  readonly only: 'everything' | 'counters';
}

interface KeptSites extends Wanted {
  /** When it was made: all is dated back from that day. */
  readonly day: number;
  readonly made: readonly ScaledSite[];
}

const today = () => Math.floor(Date.now() / 86_400_000);
const notesIn = (client: MongoClient) => client.db('bench').collection<KeptSites>('kept');

/** Notes in the database what is in it. */
export async function keep(
  client: MongoClient,
  wanted: Wanted,
  made: readonly ScaledSite[],
): Promise<void> {
  await notesIn(client).insertOne({ ...wanted, made, day: today() });
}

/**
 * What an earlier run left, where its database was kept; null where there is nothing.
 *
 * @throws where that is something else, or of another day
 */
export async function findKept(
  client: MongoClient,
  { wanted, only }: Wanted,
): Promise<readonly ScaledSite[] | null> {
  const kept = await notesIn(client).findOne();
  if (!kept) return null;
  const isSame = JSON.stringify(kept.wanted) === JSON.stringify(wanted);
  const hasAll = kept.only === 'everything' || kept.only === only;
  if (isSame && hasAll && kept.day === today()) return kept.made;
  throw new Error('BENCH_DATA has other data, or data of another day: name another folder.');
}
