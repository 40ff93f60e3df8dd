import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The path of a mongod binary. */
export async function findMongod(): Promise<string> {
  const kept = fileURLToPath(new URL('../../.data/bin/mongod', import.meta.url));
  if (existsSync(kept)) return kept;
  throw new Error('No mongod.');
}
