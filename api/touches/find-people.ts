import type { Db } from 'mongodb';
import type { DeclaredCounters } from '../store/counters.ts';
import { countPeople } from './count-people.ts';

/** Which touches: the id's fields as far as they are known. */
export interface PeopleQuery {
  readonly site: string;
  /** The site's generation that is read: `generations[0]`. */
  readonly generation: number;
  readonly id: Readonly<Record<string, string | number>>;
  readonly fromDay: number;
  readonly toDay: number;
}

/**
 * Distinct people over the days `fromDay`..`toDay`, in groups of cells.
 *
 * @param groupBy the id's fields that tell groups apart
 * @returns by the group's values (JSON of them, in the order of `groupBy`), then by cell
 */
export async function findPeople(
  db: Db,
  collection: DeclaredCounters,
  query: PeopleQuery,
  groupBy: readonly string[],
): Promise<Map<string, Map<string, number>>> {
  const { site, generation, id, fromDay, toDay } = query;
  const documents = await collection
    .in(db)
    .find({ site, generation, ...id, day: { $gte: fromDay, $lte: toDay } })
    .toArray();
  const groups = Map.groupBy(documents, (document) =>
    JSON.stringify(groupBy.map((name) => document[name])),
  );
  return new Map(
    [...groups].map(([key, members]) => [
      key,
      countPeople(
        members.map(({ sums, ...rest }) => ({ day: Number(rest.day), sums })),
        fromDay,
      ),
    ]),
  );
}
