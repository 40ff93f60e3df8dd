import { decodeBatch } from '../../schema/wire/decode.ts';
import { visitorHash } from '../erasure/visitor-hash.ts';
import { deadLetters } from '../store/dead-letters.ts';
import type { Store } from '../store/open-store.ts';
import { sites } from '../store/sites.ts';
import { tombstones } from '../store/tombstones.ts';

/** A batch that is given up, as it came. */
export interface DeadLetter {
  readonly site: string;
  /** ms since 1970. */
  readonly receivedAt: number;
  readonly reason: string;
  readonly body: string;
  /** JSON of the value of the scalar `Batch`, where it is known: what a replay hands over again. */
  readonly batch?: string | null | undefined;
}

const mostBodyChars = 65_536;
const mostReasonChars = 500;

/**
 * Keeps what was rejected for good, so that its operator can see what and why. Of visitors who were erased nothing is kept.
 *
 * @returns how many were kept
 */
export async function saveDeadLetters(
  store: Store,
  letters: readonly DeadLetter[],
): Promise<number> {
  if (letters.length === 0) return 0;
  const kept = await withoutErased(store, letters);
  if (kept.length === 0) return 0;
  await deadLetters.in(store.db).insertMany(
    kept.map(({ site, receivedAt, reason, body, batch }) => ({
      site,
      receivedAt: new Date(receivedAt),
      reason: reason.slice(0, mostReasonChars),
      body: body.slice(0, mostBodyChars),
      // Half a batch would be of no use.
      batch: batch && batch.length <= mostBodyChars ? batch : null,
    })),
  );
  return kept.length;
}

async function withoutErased(
  { db }: Store,
  letters: readonly DeadLetter[],
): Promise<readonly DeadLetter[]> {
  const all = await sites
    .in(db)
    .find({}, { projection: { site: 1 } })
    .toArray();
  const names = all.map(({ site }) => site);
  const hashes = letters.map(({ body }) => {
    const visitor = readVisitor(body);
    return visitor === null ? [] : names.map((site) => visitorHash({ site, visitor }));
  });
  const found = await tombstones
    .in(db)
    .find({ site: { $in: names }, visitorHash: { $in: hashes.flat() } })
    .toArray();
  const erased = new Set(found.map(({ visitorHash: hash }) => hash));
  return letters.filter((_, i) => !hashes[i]?.some((hash) => erased.has(hash)));
}

/** Whose packed batch it is; null where that can't be read. */
function readVisitor(body: string): string | null {
  try {
    return decodeBatch(Buffer.from(body, 'base64')).visitor;
  } catch {
    return null;
  }
}
