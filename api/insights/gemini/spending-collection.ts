import { declareCollection } from '../../store/collection.ts';

/** What analyses cost on one day (UTC), over all sites: the key is one, and so is its bill. */
export interface SpendingDocument {
  /** `2026-03-01`. */
  _id: string;
  /** Millionths of a US dollar, what is reserved for questions under way included. */
  micros: number;
  questions: number;
}

export const spending = declareCollection<SpendingDocument>({
  name: 'spending',
  indexes: [],
  shardKey: null,
  retention: 'kept',
});
