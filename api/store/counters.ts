import { type DeclaredCollection, declareCollection } from './collection.ts';

/**
 * A document of sums that many sessions share. Its key ends in a part that one process alone writes, so that
 * processes never conflict; readers add the parts up.
 */
export interface CounterDocument {
  site: string;
  /** Generation, part and every field of the id, joined. */
  key: string;
  generation: number;
  part: number;
  /** The id's own fields, and the sums under `sums`. */
  [idField: string]: unknown;
  sums: Record<string, number>;
}

export interface DeclaredCounters extends DeclaredCollection<CounterDocument> {
  /** Its documents belong to one session or visitor each, and carry part 0. */
  readonly owned: boolean;
}

/**
 * A collection of shared counters. A concept declares its own, and lists it in `api/store/collections.ts`.
 *
 * @param readBy the id fields that its readers ask by, in order: one index `site, generation, …` for each list
 */
export function declareCounters(declaration: {
  readonly name: string;
  /** One person's own sums need no parts: no two processes write them at once, or hardly ever. */
  readonly owned?: boolean;
  readonly readBy: readonly (readonly string[])[];
}): DeclaredCounters {
  const declared = declareCollection<CounterDocument>({
    name: declaration.name,
    indexes: [
      { key: { site: 1, key: 1 }, unique: true },
      ...declaration.readBy.map((fields) => ({
        key: {
          site: 1 as const,
          generation: 1 as const,
          ...Object.fromEntries(fields.map((f) => [f, 1 as const])),
        },
      })),
    ],
    shardKey: { site: 1, key: 1 },
    retention: { after: 'day', unit: 'day' },
  });
  return { ...declared, owned: declaration.owned ?? false };
}
