import type { AnyBulkWriteOperation } from 'mongodb';
import type { Tally } from '../ingest/tally.ts';
import { counterCollections } from '../store/collections.ts';
import type { CounterDocument } from '../store/counters.ts';
import { parts } from '../store/parts.ts';
import type { Transaction } from '../store/transaction.ts';
import type { Removed } from './removed.ts';

/**
 * Of the counters that a withdrawal has written, deletes the sums that are zero now, all parts together, and the documents that
 * have none left: a page or an element that only one person ever saw is itself something about that person.
 */
export async function sweepZeros(
  { db, session }: Transaction,
  site: string,
  written: Tally,
  removed: Removed,
): Promise<void> {
  const known = await parts
    .in(db)
    .find({}, { session, projection: { _id: 1 } })
    .toArray();
  const ids = [...new Set([0, ...known.map(({ _id }) => _id)])];
  for (const collection of counterCollections) {
    const keys = written.keys(collection, collection.owned ? [0] : ids);
    if (keys.length === 0) continue;
    const documents = await collection
      .in(db)
      .find(
        { site, key: { $in: keys } },
        { session, projection: { _id: 0, site: 1, key: 1, sums: 1 } },
      )
      .toArray();
    const groups = Map.groupBy(documents, ({ key }) => withoutPart(key));
    const writes = [...groups.values()].flatMap(toWrites);
    if (writes.length === 0) continue;
    removed.add(collection, await collection.in(db).bulkWrite(writes, { session, ordered: false }));
  }
}

/** A key's last member is its part. */
function withoutPart(key: string): string {
  return key.slice(0, key.lastIndexOf(','));
}

function toWrites(parted: readonly CounterDocument[]): AnyBulkWriteOperation<CounterDocument>[] {
  const totals = new Map<string, number>();
  for (const { sums } of parted) {
    for (const [field, sum] of Object.entries(sums)) {
      totals.set(field, (totals.get(field) ?? 0) + sum);
    }
  }
  return parted.flatMap(({ site, key, sums }): AnyBulkWriteOperation<CounterDocument>[] => {
    const fields = Object.keys(sums);
    const zeros = fields.filter((field) => totals.get(field) === 0);
    if (zeros.length === fields.length) return [{ deleteOne: { filter: { site, key } } }];
    if (zeros.length === 0) return [];
    const $unset = Object.fromEntries(zeros.map((field) => [`sums.${field}`, '' as const]));
    return [{ updateOne: { filter: { site, key }, update: { $unset } } }];
  });
}
