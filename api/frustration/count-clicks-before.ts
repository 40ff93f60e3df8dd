import type { Db } from 'mongodb';
import { rangeBefore } from '../timeline/day-range.ts';
import { type ElementPlace, type ElementQuery, placeFilter } from './element-query.ts';
import { elements } from './elements-collection.ts';

/** An element's clicks of the query's kind in as many days right before: few of them as well, below what makes a row. */
export async function countClicksBefore(
  db: Db,
  query: ElementQuery,
  place: ElementPlace,
): Promise<number> {
  const [before] = await elements
    .in(db)
    .aggregate<{ clicks: number }>([
      { $match: placeFilter({ ...query, range: rangeBefore(query.range) }, place) },
      { $group: { _id: null, clicks: { $sum: '$sums.clicks' } } },
    ])
    .toArray();
  return before?.clicks ?? 0;
}
