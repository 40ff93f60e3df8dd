import { counterCollections } from '../store/collections.ts';
import type { Store } from '../store/open-store.ts';
import { sites } from '../store/sites.ts';

/**
 * Deletes counters that are part of nothing any more: of the generation before a rebuild, and of rebuilds that were given up.
 * Generations only grow, so a rebuild that begins meanwhile is out of its reach.
 */
export async function deleteOldCounters({ db }: Store, site: string): Promise<void> {
  const found = await sites.in(db).findOne({ site });
  if (!found) return;
  const { generations } = found;
  const generation = { $lt: Math.max(...generations), $nin: generations };
  for (const counters of counterCollections) {
    await counters.in(db).deleteMany({ site, generation });
  }
}
