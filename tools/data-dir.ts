import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Where this machine keeps what is not in the repository: database, secrets, downloaded programs. */
export function findDataDir(): string {
  const chosen = process.env.TRAILGRAPH_DATA;
  return chosen ? resolve(chosen) : `${root}.data`;
}

/** A path inside the repository. */
export function repoPath(path: string): string {
  return `${root}${path}`;
}
