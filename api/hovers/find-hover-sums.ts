import type { Db } from 'mongodb';
import { elements } from '../frustration/elements-collection.ts';
import { sessions } from '../store/sessions.ts';
import { type DayRange, daysIn, rangeBefore } from '../timeline/day-range.ts';
import { KEPT_MIN_DURATION_MS } from './count-hovers.ts';
import { hoveredSessions, recordConditions } from './session-filter.ts';

/** Hovers over one page. */
export interface HoverQuery {
  readonly site: string;
  /** The site's generation that is read: `generations[0]`. */
  readonly generation: number;
  /** The site's: a record counts on the day on which its session started. */
  readonly timeZone: string;
  readonly route: string;
  readonly range: DayRange;
  /** What a merged record's summed duration has to reach, ms. */
  readonly minDurationMs: number;
}

/** One element's merged records that reach the duration. */
export interface HoverSums {
  readonly element: string;
  readonly records: number;
  readonly durationMs: number;
  /** Records in which a hover ended in a click. */
  readonly clicked: number;
}

interface Choice {
  readonly moreThan: number;
  readonly limit: number;
}

/** Longest average first; ties by element, so that a list is the same each time. */
function choose({ moreThan, limit }: Choice) {
  return [
    { $match: { records: { $gt: moreThan } } },
    { $set: { avg: { $divide: ['$durationMs', '$records'] } } },
    { $sort: { avg: -1, _id: 1 } },
    { $limit: limit },
    { $project: { _id: 0, element: '$_id', records: 1, durationMs: 1, clicked: 1 } },
  ];
}

/** Elements with more than so many records. The usual duration is read from sums kept ready, any other from the records. */
export function findHoverSums(db: Db, query: HoverQuery, choice: Choice): Promise<HoverSums[]> {
  return query.minDurationMs === KEPT_MIN_DURATION_MS
    ? findKeptSums(db, query, choice)
    : findRecordSums(db, query, choice);
}

/** How many such records an element had in as many days right before. */
export async function countRecordsBefore(
  db: Db,
  query: HoverQuery,
  element: string,
): Promise<number> {
  const earlier = { ...query, range: rangeBefore(query.range) };
  if (query.minDurationMs !== KEPT_MIN_DURATION_MS) {
    return sessions.in(db).countDocuments(hoveredSessions(earlier, element));
  }
  const [before] = await elements
    .in(db)
    .aggregate<{ records: number }>([
      { $match: { ...keptFilter(earlier), element } },
      { $group: { _id: null, records: { $sum: '$sums.records' } } },
    ])
    .toArray();
  return before?.records ?? 0;
}

function keptFilter({ site, generation, route, range }: HoverQuery) {
  return { site, generation, kind: 'hover', route, day: daysIn(range) };
}

function findKeptSums(db: Db, query: HoverQuery, choice: Choice): Promise<HoverSums[]> {
  return elements
    .in(db)
    .aggregate<HoverSums>([
      { $match: keptFilter(query) },
      {
        $group: {
          _id: '$element',
          records: { $sum: '$sums.records' },
          durationMs: { $sum: '$sums.durationMs' },
          clicked: { $sum: '$sums.clicked' },
        },
      },
      ...choose(choice),
    ])
    .toArray();
}

/** As the sessions themselves have the records: a page's elements are few, its visits are read. */
async function findRecordSums(db: Db, query: HoverQuery, choice: Choice): Promise<HoverSums[]> {
  const found = await sessions
    .in(db)
    .aggregate<Omit<HoverSums, 'element'> & { readonly element: readonly string[] }>([
      { $match: hoveredSessions(query) },
      { $project: { hover: '$summary.hovers' } },
      { $unwind: '$hover' },
      { $match: recordConditions(query, undefined, 'hover.') },
      {
        $group: {
          _id: placeOfHover,
          records: { $sum: 1 },
          durationMs: { $sum: '$hover.hoverDurationMs' },
          clicked: { $sum: { $cond: ['$hover.didClick', 1, 0] } },
        },
      },
      ...choose(choice),
    ])
    .toArray();
  return found.map((sums) => ({ ...sums, element: JSON.stringify(sums.element) }));
}

/** What `makeElementKey` writes down. */
const placeOfHover = {
  $cond: [
    { $ne: ['$hover.element.name', ''] },
    ['$hover.element.name'],
    ['$hover.element.path', '$hover.element.tag', '$hover.element.id'],
  ],
};
