import type { Db } from 'mongodb';
import { type ElementPlace, type ElementQuery, elementFilter } from './element-query.ts';
import { elements } from './elements-collection.ts';

/** An element's sums over the days asked for. */
export interface ElementSums extends ElementPlace {
  readonly clicks: number;
  readonly bursts: number;
  /** Of the clicks' places, page px. */
  readonly x: number;
  readonly y: number;
}

/**
 * Elements with more than `moreThan` clicks of the kind asked for, the most first. Reads a document an element and day,
 * however many clicks there were.
 */
export function findElementSums(
  db: Db,
  query: ElementQuery,
  { moreThan, limit }: { readonly moreThan: number; readonly limit: number },
): Promise<ElementSums[]> {
  return elements
    .in(db)
    .aggregate<ElementSums>([
      { $match: elementFilter(query) },
      {
        $group: {
          _id: { route: '$route', element: '$element' },
          clicks: { $sum: '$sums.clicks' },
          bursts: { $sum: '$sums.bursts' },
          x: { $sum: '$sums.x' },
          y: { $sum: '$sums.y' },
        },
      },
      { $match: { clicks: { $gt: moreThan } } },
      { $sort: { clicks: -1, _id: 1 } },
      { $limit: limit },
      {
        $project: {
          _id: 0,
          route: '$_id.route',
          element: '$_id.element',
          clicks: 1,
          bursts: 1,
          x: 1,
          y: 1,
        },
      },
    ])
    .toArray();
}
