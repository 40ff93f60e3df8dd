import type { Store } from '../store/open-store.ts';
import { tokens } from '../store/tokens.ts';
import { hashToken, isSameSecret } from './token.ts';
import { stranger, type Viewer } from './viewer.ts';

export interface AuthSettings {
  /** Everyone who gets past the Host and Origin checks is the owner. */
  readonly localMode: boolean;
  readonly ingestSecret: string;
}

/** Who a token belongs to. In local mode whoever brings none that is known is the owner. */
export async function findViewer(
  store: Store,
  { localMode, ingestSecret }: AuthSettings,
  token: string | null,
): Promise<Viewer> {
  if (token !== null && isSameSecret(token, ingestSecret)) return { role: 'collector' };
  if (localMode) return { role: 'owner' };
  if (token === null) return stranger;
  const found = await tokens.in(store.db).findOne({ hash: hashToken(token) });
  if (!found) return stranger;
  return found.role === 'owner' ? { role: 'owner' } : { role: 'reader', sites: found.sites };
}
