import { isDeepStrictEqual } from 'node:util';
import type { Fact, SignedFact } from './fact.ts';

/** Takes down what one batch changes, each fact at its first and its last version. */
export interface Ledger {
  /**
   * @param before the version that stands, `null` for a new fact
   * @param after the version that holds from now on, under the same key
   */
  readonly revise: (before: Fact | null, after: Fact) => void;
  /** The net change, in order of first mention. */
  readonly close: () => readonly SignedFact[];
}

export function makeLedger(): Ledger {
  const changes = new Map<string, { readonly before: Fact | null; readonly after: Fact }>();
  return {
    revise(before, after) {
      const earlier = changes.get(after.key);
      changes.set(after.key, { before: earlier ? earlier.before : before, after });
    },
    close: () =>
      [...changes.values()].flatMap(({ before, after }): SignedFact[] => {
        if (!before) return [{ sign: 1, fact: after }];
        if (isDeepStrictEqual(before, after)) return [];
        return [
          { sign: -1, fact: before },
          { sign: 1, fact: after },
        ];
      }),
  };
}
