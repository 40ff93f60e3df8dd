import { declareCollection } from '../store/collection.ts';

/** Somebody looked at a row of frustration and found that it is not a problem. */
export interface MarkDocument {
  site: string;
  kind: 'rage' | 'dead';
  route: string;
  /** The element's key, as the rows have it. */
  element: string;
  markedAt: Date;
}

export const marks = declareCollection<MarkDocument>({
  name: 'marks',
  indexes: [{ key: { site: 1, kind: 1, route: 1, element: 1 }, unique: true }],
  shardKey: null,
  retention: 'kept',
});
