import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Store } from '../store/open-store.ts';
import { tokens } from '../store/tokens.ts';
import { hashToken, makeToken } from './token.ts';

/**
 * The owner's token from a file, made at the first start (mode 0600: its user alone can read it).
 *
 * @returns the token, for the banner's link
 */
export async function readOwnerToken(path: string): Promise<string> {
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const token = makeToken();
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `${token}\n`, { mode: 0o600, flag: 'wx' });
  return token;
}

/** Lets a token in as the owner's, and no other owner's token than this any more: a changed one takes effect at once. */
export async function registerOwnerToken(store: Store, token: string): Promise<void> {
  const hash = hashToken(token);
  await tokens
    .in(store.db)
    .updateOne(
      { hash },
      { $setOnInsert: { role: 'owner', name: 'owner', sites: [], createdAt: new Date() } },
      { upsert: true },
    );
  await tokens.in(store.db).deleteMany({ role: 'owner', name: 'owner', hash: { $ne: hash } });
}
