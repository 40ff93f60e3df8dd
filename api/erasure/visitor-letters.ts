import type { Db, ObjectId } from 'mongodb';
import { deadLetters } from '../store/dead-letters.ts';
import type { Store } from '../store/open-store.ts';
import { Removed } from './removed.ts';

/** Deletes the dead letters that name a visitor. */
export async function deleteVisitorLetters(
  { db }: Store,
  of: { readonly site: string; readonly visitor: string },
): Promise<Removed> {
  const removed = new Removed();
  for await (const _id of findVisitorLetters(db, of)) {
    removed.add(deadLetters, await deadLetters.in(db).deleteOne({ _id }));
  }
  return removed;
}

/** The dead letters of a site, or of none that could be told, that name a visitor: as text, or in a packed batch's bytes. */
export async function* findVisitorLetters(
  db: Db,
  { site, visitor }: { readonly site: string; readonly visitor: string },
): AsyncGenerator<ObjectId> {
  const letters = deadLetters.in(db).find({ site: { $in: [site, ''] } });
  for await (const { _id, body, batch } of letters) {
    if ([body, batch ?? ''].some((text) => names(text, visitor))) yield _id;
  }
}

function names(text: string, visitor: string): boolean {
  if (text.includes(visitor)) return true;
  const packed = Buffer.from(packedPart(text), 'base64');
  return packed.includes(visitor) || packed.includes(Buffer.from(visitor, 'base64url'));
}

/** The packed body: the text itself, or the `body` of what the collector handed over. */
function packedPart(text: string): string {
  return /"body":"([A-Za-z0-9+/=]*)/.exec(text)?.[1] ?? text;
}
