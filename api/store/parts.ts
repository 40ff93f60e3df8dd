import { declareCollection } from './collection.ts';

/** A part of the shared counters, leased by one API process at a time. */
export interface PartDocument {
  _id: number;
  /** The process's random name, null where it was released. */
  owner: string | null;
  expiresAt: Date;
  /** Counts commits and fences: whoever writes it conflicts with a commit under way. */
  writes: number;
}

export const parts = declareCollection<PartDocument>({
  name: 'parts',
  indexes: [],
  shardKey: null,
  retention: 'kept',
});
