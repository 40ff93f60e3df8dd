import type { Db } from 'mongodb';
import { findPeople } from '../touches/find-people.ts';
import type { ElementPlace, ElementQuery } from './element-query.ts';
import { elementPeople } from './elements-collection.ts';

/** How many distinct visitors an element has had in the way that the query's kind says. Exact. */
export async function findElementPeople(
  db: Db,
  { site, generation, kind, range }: ElementQuery,
  { route, element }: ElementPlace,
): Promise<number> {
  const id = { kind, route, element };
  const { fromDay, toDay } = range;
  const groups = await findPeople(db, elementPeople, { site, generation, id, fromDay, toDay }, []);
  return groups.get('[]')?.get('') ?? 0;
}
