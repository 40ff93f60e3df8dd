import { Binary, type Db } from 'mongodb';

/**
 * Looks through every document of every collection for some words, in fields, names of fields and bytes.
 *
 * @returns `collection: word`, without repetition
 */
export async function findMentions(db: Db, words: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const collection of await db.collections()) {
    for await (const document of collection.find()) {
      const text = writeOut(document);
      for (const word of words) {
        if (text.includes(word)) found.add(`${collection.collectionName}: ${word}`);
      }
    }
  }
  return [...found].sort((a, b) => a.localeCompare(b));
}

/** Bytes as Latin text, and as base64url: an id of a packed batch may be either. */
function writeOut(value: unknown): string {
  if (value instanceof Binary) {
    const bytes = Buffer.from(value.buffer);
    const shifted = [0, 1, 2].map((from) => bytes.subarray(from).toString('base64url'));
    return [bytes.toString('latin1'), ...shifted].join('\n');
  }
  if (typeof value === 'object' && value !== null && !(value instanceof Date)) {
    return Object.entries(value)
      .map(([name, inner]) => `${name}=${writeOut(inner)}`)
      .join('\n');
  }
  return String(value);
}
