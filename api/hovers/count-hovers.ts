import { elementPeople, elements } from '../frustration/elements-collection.ts';
import type { Aggregate, Increment, SessionContext } from '../ingest/aggregate.ts';
import { type HoverRecord, listHoverRecords } from './hover-records.ts';

/** The `minDuration` whose insights are kept ready, ms. */
export const KEPT_MIN_DURATION_MS = 1_000;

/** The sums of the merged hovers that reach the usual `minDuration`; the records themselves are in their sessions. */
export const countHovers: Aggregate = {
  name: 'hovers',
  fromSession: (context) =>
    listHoverRecords(context.session)
      .filter(isKept)
      .flatMap((record) => countKept(record, context)),
  touchesFromSession: ({ session, day }) =>
    listHoverRecords(session)
      .filter(isKept)
      .map(({ route, element }) => ({
        collection: elementPeople.name,
        id: { kind: 'hover', route, element },
        day,
        by: 1,
      })),
};

function isKept({ durationMs }: HoverRecord): boolean {
  return durationMs >= KEPT_MIN_DURATION_MS;
}

function countKept(record: HoverRecord, { day }: SessionContext): Increment[] {
  const { route, element, durationMs, clicked } = record;
  const id = { kind: 'hover', route, element, day };
  return addTo(elements.name, id, { records: 1, durationMs, clicked: clicked > 0 ? 1 : 0 });
}

function addTo(
  collection: string,
  id: Increment['id'],
  sums: Readonly<Record<string, number>>,
): Increment[] {
  return Object.entries(sums)
    .filter(([, by]) => by !== 0)
    .map(([field, by]) => ({ collection, id, field, by }));
}
