import * as v from 'valibot';
import { hashToken, makeToken } from '../auth/token.ts';
import { Problem } from '../graphql/problem.ts';
import type { Store } from '../store/open-store.ts';
import { type TokenDocument, tokens } from '../store/tokens.ts';

const mostTokens = 500;
/** The token of the file that the API makes at its first start has this name. */
const FILE_TOKEN = 'owner';
const nameSchema = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1),
  v.maxLength(200),
  v.notValue(FILE_TOKEN),
);

export interface NewToken {
  readonly token: TokenDocument;
  /** Shown once; only its hash is kept. */
  readonly secret: string;
}

/** @throws {Problem} BAD_USER_INPUT for a bad name, a reader of nothing, or too many tokens */
export async function createToken(
  { db }: Store,
  { name, role, sites }: Pick<TokenDocument, 'name' | 'role' | 'sites'>,
): Promise<NewToken> {
  const named = v.safeParse(nameSchema, name);
  if (!named.success) {
    throw new Problem('BAD_USER_INPUT', `name: 1 to 200 characters, and not "${FILE_TOKEN}".`);
  }
  if (role === 'reader' && sites.length === 0) {
    throw new Problem('BAD_USER_INPUT', 'sites: a reader reads at least one.');
  }
  if ((await tokens.in(db).countDocuments()) >= mostTokens) {
    throw new Problem('BAD_USER_INPUT', `There are ${mostTokens} tokens: revoke one first.`);
  }
  const secret = makeToken();
  const token = {
    hash: hashToken(secret),
    role,
    name: named.output,
    sites: role === 'owner' ? [] : [...new Set(sites)],
    createdAt: new Date(),
  };
  await tokens.in(db).insertOne({ ...token });
  return { token, secret };
}

/**
 * Takes a token back: it lets nobody in from now on.
 *
 * @returns whether it was there
 * @throws {Problem} BAD_USER_INPUT for the token of the file, which would come back at the next start
 */
export async function revokeToken({ db }: Store, hash: string): Promise<boolean> {
  const found = await tokens.in(db).findOne({ hash });
  if (found?.role === 'owner' && found.name === FILE_TOKEN) {
    throw new Problem('BAD_USER_INPUT', 'This token is in a file: delete the file and restart.');
  }
  const { deletedCount } = await tokens.in(db).deleteOne({ hash });
  return deletedCount > 0;
}
