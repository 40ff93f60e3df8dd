import { isFirstSince, parseGapField } from './gap.ts';

/** A day's touches of several cells, by cell and gap. */
export interface DayTouches {
  readonly day: number;
  readonly sums: Readonly<Record<string, number>>;
}

/**
 * Distinct people by cell over a range of days: exact, whatever the order in which touches came.
 *
 * @param documents all days of the range, every part
 * @param fromDay the range's first day
 * @returns by cell (the sum's name less its gap; '' where a document counts one cell only)
 */
export function countPeople(documents: Iterable<DayTouches>, fromDay: number): Map<string, number> {
  const people = new Map<string, number>();
  for (const { day, sums } of documents) {
    for (const [field, count] of Object.entries(sums)) {
      const { cell, gap } = parseGapField(field);
      if (isFirstSince(fromDay, day, gap)) people.set(cell, (people.get(cell) ?? 0) + count);
    }
  }
  return people;
}
