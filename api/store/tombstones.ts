import { declareCollection } from './collection.ts';

/** A visitor who was erased: nothing of theirs is taken in any more. */
export interface TombstoneDocument {
  site: string;
  /** SHA-256 of site and visitor, hex: it tells nothing by itself. */
  visitorHash: string;
  erasedAt: Date;
}

export const tombstones = declareCollection<TombstoneDocument>({
  name: 'tombstones',
  indexes: [{ key: { site: 1, visitorHash: 1 }, unique: true }],
  shardKey: null,
  retention: 'kept',
});
