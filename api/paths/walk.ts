import type { NameTable } from '../sequences/name-table.ts';
import { readEntries } from '../sequences/sequence.ts';
import type { StoredSequence } from '../sequences/stored-sequence.ts';

/** Onwards from a page, or backwards to what led there. */
export type PathDirection = 'FROM' | 'TO';

/** Which ways are looked at. */
export interface PathRules {
  readonly direction: PathDirection;
  /** Pages of a way at most, the one that it starts from included. */
  readonly depth: number;
  /** Whether a route is the page that ways start from; null: they start where sessions begin (`TO`: end). */
  readonly isAnchor: ((route: string) => boolean) | null;
}

/** The pages that a session viewed, in order, as numbers of their names. */
export function readViews(sequence: StoredSequence, names: NameTable): number[] {
  const numbers = names.numbersOf(sequence.names);
  const views: number[] = [];
  readEntries(sequence.entries, sequence.startedAt, (_at, line) => {
    const number = numbers[line] ?? 0;
    if (names.name(number).kind === 'page') views.push(number);
  });
  return views;
}

/**
 * Every way of a session that the rules ask for: one from each view of the page.
 *
 * @param views in order of time
 * @returns pages from the anchor on, in the direction that is followed; shorter than `depth` where the session ends (`TO`: begins)
 */
export function* findWays(
  views: readonly number[],
  rules: PathRules,
  names: NameTable,
): Generator<readonly number[]> {
  const followed = rules.direction === 'FROM' ? views : views.toReversed();
  if (!rules.isAnchor) {
    if (followed.length > 0) yield followed.slice(0, rules.depth);
    return;
  }
  for (let i = 0; i < followed.length; i++) {
    if (rules.isAnchor(names.name(followed[i] ?? 0).route))
      yield followed.slice(i, i + rules.depth);
  }
}
