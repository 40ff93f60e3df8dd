import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { Problem } from '../graphql/problem.ts';
import type { Store } from '../store/open-store.ts';
import { funnels, type SavedFunnelDocument } from './funnels-collection.ts';

const mostSaved = 200;
const nameSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));

/** A site's saved funnels, by name. */
export async function findSavedFunnels(store: Store, site: string): Promise<SavedFunnelDocument[]> {
  const found = await funnels.in(store.db).find({ site }).toArray();
  return found.sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

/**
 * Saves a funnel; with the id of one that is there, in its place.
 *
 * @throws {Problem} BAD_USER_INPUT for a bad name or too many funnels, NOT_FOUND for an id that is not there
 */
export async function saveFunnel(
  { db }: Store,
  input: Omit<SavedFunnelDocument, 'funnel' | 'savedAt'>,
  id: string | null,
): Promise<SavedFunnelDocument> {
  const name = v.safeParse(nameSchema, input.name);
  if (!name.success) throw new Problem('BAD_USER_INPUT', 'name: it has 1 to 200 characters.');
  const { site } = input;
  const funnel = id ?? randomBytes(9).toString('base64url');
  const document = { ...input, name: name.output, funnel, savedAt: new Date() };
  if (id) {
    const { matchedCount } = await funnels.in(db).replaceOne({ site, funnel }, document);
    if (matchedCount === 0) throw new Problem('NOT_FOUND', 'There is no such funnel.');
    return document;
  }
  if ((await funnels.in(db).countDocuments({ site })) >= mostSaved) {
    throw new Problem('BAD_USER_INPUT', `A site has at most ${mostSaved} saved funnels.`);
  }
  await funnels.in(db).insertOne({ ...document });
  return document;
}

/** @returns whether it was there */
export async function deleteFunnel({ db }: Store, site: string, funnel: string): Promise<boolean> {
  const { deletedCount } = await funnels.in(db).deleteOne({ site, funnel });
  return deletedCount > 0;
}
