import { batches } from '../store/batches.ts';
import { counterCollections } from '../store/collections.ts';
import type { SiteDocument } from '../store/sites.ts';
import type { Transaction } from '../store/transaction.ts';
import type { Removed } from './removed.ts';

/** The collections whose documents name their session or visitor, with an index to find them by. */
export function countersOf(owner: 'session' | 'visitor') {
  return counterCollections.filter(
    ({ owned, indexes }) => owned && indexes.some(({ key }) => owner in key),
  );
}

/** A session that is gone: what its own sums have left are zeros with its name on them. */
export async function forgetSession(
  tx: Transaction,
  site: SiteDocument,
  session: string,
  removed: Removed,
): Promise<void> {
  await deleteOwned(tx, site, 'session', session, removed);
}

/** The same of a visitor, once no batch of theirs is left. */
export async function forgetVisitor(
  tx: Transaction,
  site: SiteDocument,
  visitor: string,
  removed: Removed,
): Promise<void> {
  const left = await batches
    .in(tx.db)
    .findOne({ site: site.site, visitor }, { session: tx.session, projection: { _id: 1 } });
  if (!left) await deleteOwned(tx, site, 'visitor', visitor, removed);
}

async function deleteOwned(
  { db, session: inTx }: Transaction,
  { site, generations }: SiteDocument,
  owner: 'session' | 'visitor',
  id: string,
  removed: Removed,
): Promise<void> {
  for (const collection of countersOf(owner)) {
    const result = await collection
      .in(db)
      .deleteMany({ site, generation: { $in: generations }, [owner]: id }, { session: inTx });
    removed.add(collection, result);
  }
}
