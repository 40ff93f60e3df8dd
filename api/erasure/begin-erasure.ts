import { fenceCommits } from '../parts/lease.ts';
import type { Store } from '../store/open-store.ts';
import { tombstones } from '../store/tombstones.ts';
import { runTransaction } from '../store/transaction.ts';
import { erasures } from './erasures.ts';
import { visitorHash } from './visitor-hash.ts';

/**
 * From here on nothing of these visitors is taken in, by any process: commits that are under way start anew and see the
 * tombstones. And their erasure will be finished, whatever happens to this process.
 */
export async function beginErasure(
  store: Store,
  site: string,
  visitors: readonly string[],
): Promise<void> {
  const now = new Date();
  await runTransaction(store, async (tx) => {
    const { db, session } = tx;
    for (const visitor of visitors) {
      await tombstones
        .in(db)
        .updateOne(
          { site, visitorHash: visitorHash({ site, visitor }) },
          { $setOnInsert: { erasedAt: now } },
          { upsert: true, session },
        );
      await erasures
        .in(db)
        .updateOne(
          { site, visitor },
          { $set: { touchedAt: now }, $setOnInsert: { startedAt: now, removed: {} } },
          { upsert: true, session },
        );
    }
    await fenceCommits(tx);
  });
}
