import { declareCollection } from '../store/collection.ts';

/**
 * An erasure that is under way: whoever finds it may go on with it. It names the visitor, so it goes as soon as the work is
 * done; what stays is the tombstone.
 */
export interface ErasureDocument {
  site: string;
  visitor: string;
  startedAt: Date;
  /** When somebody last did something for it: after a minute of silence another process goes on. */
  touchedAt: Date;
  /** Documents that went so far, by collection. */
  removed: Record<string, number>;
}

export const erasures = declareCollection<ErasureDocument>({
  name: 'erasures',
  indexes: [{ key: { site: 1, visitor: 1 }, unique: true }],
  shardKey: null,
  retention: 'kept',
});
