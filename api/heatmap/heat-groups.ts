import type { Store } from '../store/open-store.ts';
import type { Compactable } from './heat-collections.ts';

/** One packed document's place: the group's values by name, with site and generation. */
export type Group = Readonly<Record<string, unknown>> & {
  readonly site: string;
  readonly generation: number;
};

/** One day of a group. */
export const nameOf = (group: Group, day: number): string => JSON.stringify([group, day]);

/** The groups that have documents to be packed, with their days. */
export async function findGroups(
  { db }: Store,
  { groupBy }: Compactable,
  collection: string,
  match: Readonly<Record<string, unknown>>,
): Promise<{ readonly group: Group; readonly days: readonly number[] }[]> {
  const names = ['site', 'generation', ...groupBy];
  const found = await db
    .collection(collection)
    .aggregate<{ _id: Group; days: number[] }>([
      { $match: match },
      {
        $group: {
          _id: Object.fromEntries(names.map((name) => [name, `$${name}`])),
          days: { $addToSet: '$day' },
        },
      },
    ])
    .toArray();
  return found.map(({ _id, days }) => ({ group: _id, days: days.sort((a, b) => a - b) }));
}
