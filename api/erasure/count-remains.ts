import type { Declaration } from '../store/collection.ts';
import { collections } from '../store/collections.ts';
import { deadLetters } from '../store/dead-letters.ts';
import type { Store } from '../store/open-store.ts';
import type { SiteDocument } from '../store/sites.ts';
import { erasures } from './erasures.ts';
import { countersOf } from './forget-owned.ts';
import { findVisitorLetters } from './visitor-letters.ts';

/** Looks for what there may still be of a visitor, in every collection that names visitors. */
export async function countRemains(
  { db }: Store,
  { site, generations }: SiteDocument,
  visitor: string,
): Promise<Map<string, number>> {
  const remains = new Map<string, number>();
  for (const { name } of collections.filter(namesVisitors)) {
    remains.set(name, await db.collection(name).countDocuments({ site, visitor }));
  }
  for (const collection of countersOf('visitor')) {
    const which = { site, generation: { $in: generations }, visitor };
    remains.set(collection.name, await collection.in(db).countDocuments(which));
  }
  let letters = 0;
  for await (const _ of findVisitorLetters(db, { site, visitor })) letters++;
  return remains.set(deadLetters.name, letters);
}

/** The order of an erasure names its visitor until all is done. */
function namesVisitors({ name, indexes }: Declaration): boolean {
  const isIndexed = indexes.some(({ key }) => Object.keys(key)[1] === 'visitor');
  return isIndexed && name !== erasures.name;
}
