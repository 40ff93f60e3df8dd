import { analyses } from '../insights/analyses-collection.ts';
import { batches } from '../store/batches.ts';
import { deadLetters } from '../store/dead-letters.ts';
import { events } from '../store/events.ts';
import type { Store } from '../store/open-store.ts';
import { sessions } from '../store/sessions.ts';
import type { SiteDocument } from '../store/sites.ts';
import { countersOf } from './forget-owned.ts';
import { findVisitorLetters } from './visitor-letters.ts';

/** Looks for what there may still be of a visitor, in every collection that names visitors. */
export async function countRemains(
  { db }: Store,
  { site, generations }: SiteDocument,
  visitor: string,
): Promise<Map<string, number>> {
  const remains = new Map<string, number>();
  for (const collection of [batches, sessions, events, analyses]) {
    const count = await db.collection(collection.name).countDocuments({ site, visitor });
    remains.set(collection.name, count);
  }
  for (const collection of countersOf('visitor')) {
    const which = { site, generation: { $in: generations }, visitor };
    remains.set(collection.name, await collection.in(db).countDocuments(which));
  }
  let letters = 0;
  for await (const _ of findVisitorLetters(db, { site, visitor })) letters++;
  return remains.set(deadLetters.name, letters);
}
