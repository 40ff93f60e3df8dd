import { declareCollection } from './collection.ts';

/** A batch that can never be taken in, and why. */
export interface DeadLetterDocument {
  /** Empty where it can't be told. */
  site: string;
  receivedAt: Date;
  reason: string;
  /** What came, as text: base64 of a packed batch, or whatever it was. At most 64 kB. */
  body: string;
  /** JSON of the value of the scalar `Batch`, to be handed over again; null or absent where it is not known. */
  batch?: string | null;
}

export const deadLetters = declareCollection<DeadLetterDocument>({
  name: 'deadLetters',
  indexes: [{ key: { site: 1, receivedAt: -1 } }],
  shardKey: null,
  retention: { after: 'receivedAt', unit: 'date' },
});
