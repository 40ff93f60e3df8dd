import type { Db } from 'mongodb';
import { parts } from '../store/parts.ts';

interface Kept {
  readonly token: string;
  readonly value: Promise<unknown>;
}

const mostKept = 500;
const keptByDatabase = new WeakMap<Db, Map<string, Kept>>();

/**
 * Keeps answers until anything is committed, in this process or any other: every commit counts up its part's `writes` in
 * the same transaction, so an answer is right again as soon as a session changes. Reading the parts is one small query.
 *
 * @param key tells answers apart, site and range included
 */
export async function cacheUntilCommit<T>(
  db: Db,
  key: string,
  compute: () => Promise<T>,
): Promise<T> {
  const token = await findToken(db);
  const kept = keptByDatabase.get(db) ?? new Map<string, Kept>();
  keptByDatabase.set(db, kept);
  const known = kept.get(key);
  if (known?.token === token) return known.value as Promise<T>;
  const value = compute();
  kept.delete(key);
  kept.set(key, { token, value });
  value.catch(() => kept.delete(key));
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  return value;
}

/** How many commits there were, by part. */
async function findToken(db: Db): Promise<string> {
  const all = await parts
    .in(db)
    .find({}, { projection: { writes: 1 } })
    .sort({ _id: 1 })
    .toArray();
  return all.map(({ _id, writes }) => `${_id}:${writes}`).join();
}
