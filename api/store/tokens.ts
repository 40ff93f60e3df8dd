import { declareCollection } from './collection.ts';

/** Who may read. The token itself is nowhere kept. */
export interface TokenDocument {
  /** SHA-256 of the token, hex. */
  hash: string;
  /** `owner` may do everything; `reader` reads the sites named. */
  role: 'owner' | 'reader';
  name: string;
  /** Empty for an owner: all. */
  sites: string[];
  createdAt: Date;
}

export const tokens = declareCollection<TokenDocument>({
  name: 'tokens',
  indexes: [{ key: { hash: 1 }, unique: true }],
  shardKey: null,
  retention: 'kept',
});
