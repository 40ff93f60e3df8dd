import { declareCollection } from '../store/collection.ts';

/** Work that is done once in a while, by one API process at a time. */
export interface JobDocument {
  _id: string;
  /** The random name of the process that does it now, null where none does. */
  owner: string | null;
  /** Until when the owner may be silent. */
  expiresAt: Date;
  /** When it is due again. */
  nextAt: Date;
  /** When it was last done to its end; null: never. */
  finishedAt: Date | null;
}

export const jobs = declareCollection<JobDocument>({
  name: 'jobs',
  indexes: [],
  shardKey: null,
  retention: 'kept',
});
