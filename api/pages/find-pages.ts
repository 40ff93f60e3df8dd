import type { Db, Document } from 'mongodb';
import {
  type Connection,
  makeConnection,
  makeCursor,
  type PageArgs,
  readCursor,
  readPageArgs,
  type Stretch,
} from '../graphql/page-args.ts';
import type { Device } from '../ingest/incoming-batch.ts';
import { type DayRange, daysIn } from '../timeline/day-range.ts';
import { findPeople } from '../touches/find-people.ts';
import { type PageSum, pagePeople, pages, WHOLE_SITE } from './pages-collection.ts';

/** Pages of one site over some days. */
export interface PageQuery {
  readonly site: string;
  /** The site's generation that is read: `generations[0]`. */
  readonly generation: number;
  readonly range: DayRange;
  /** Only what was done on this class of device; null: on any. */
  readonly device: Device | null;
}

/** A page with its sums. */
export interface PageRow extends Readonly<Record<PageSum, number>> {
  readonly query: PageQuery;
  readonly route: string;
}

/** A page's place in the list: most views first, then by route. */
interface Place {
  readonly views: number;
  readonly route: string;
}

const limits = { usual: 20, most: 100 };
const sumNames = [
  'views',
  'clicks',
  'rageClicks',
  'deadClicks',
  'sessions',
  'mouseSessions',
  'speed',
  'visits',
  'timeMs',
  'depth',
] as const satisfies readonly PageSum[];

/** A site's pages, the most viewed first. Reads a document a page, day and device class, however many views there were. */
export async function findPages(
  db: Db,
  query: PageQuery,
  args: PageArgs,
): Promise<Connection<PageRow>> {
  const stretch = readPageArgs(args, limits, parsePlace);
  const { backward, limit } = stretch;
  const found = await pages
    .in(db)
    .aggregate<Omit<PageRow, 'query'>>([
      ...sumUp(query, { $ne: WHOLE_SITE }),
      { $match: { $and: [{ views: { $gt: 0 } }, ...bounds(stretch)] } },
      { $sort: backward ? { views: 1, route: -1 } : { views: -1, route: 1 } },
      { $limit: limit + 1 },
    ])
    .toArray();
  const rows = found.map((row) => ({ ...row, query }));
  return makeConnection(rows, stretch, ({ views, route }) => makeCursor([views, route]));
}

/** One page; null where nobody viewed it in these days. */
export async function findPage(db: Db, query: PageQuery, route: string): Promise<PageRow | null> {
  const [row] = await pages.in(db).aggregate<Omit<PageRow, 'query'>>(sumUp(query, route)).toArray();
  return row && row.views > 0 ? { ...row, query } : null;
}

/** Distinct visitors who viewed it, exactly. */
export async function findPageVisitors(db: Db, { query, route }: PageRow): Promise<number> {
  const { site, generation, range } = query;
  const groups = await findPeople(
    db,
    pagePeople,
    { site, generation, id: { route }, ...range },
    [],
  );
  return groups.get('[]')?.get(query.device ?? 'ANY') ?? 0;
}

function sumUp({ site, generation, range, device }: PageQuery, route: unknown): Document[] {
  const ofDevice = device ? { device } : {};
  return [
    { $match: { site, generation, day: daysIn(range), route, ...ofDevice } },
    {
      $group: {
        _id: '$route',
        ...Object.fromEntries(sumNames.map((name) => [name, { $sum: `$sums.${name}` }])),
      },
    },
    { $set: { route: '$_id' } },
    { $unset: '_id' },
  ];
}

function parsePlace(cursor: string): Place | null {
  const [views, route] = readCursor(cursor, ['number', 'string']) ?? [];
  return views === undefined || route === undefined
    ? null
    : { views: Number(views), route: String(route) };
}

function bounds({ after, before }: Stretch<Place>): Document[] {
  return [
    ...(after ? [beside(after, '$lt', '$gt')] : []),
    ...(before ? [beside(before, '$gt', '$lt')] : []),
  ];
}

function beside({ views, route }: Place, byViews: '$lt' | '$gt', byRoute: '$lt' | '$gt'): Document {
  return { $or: [{ views: { [byViews]: views } }, { views, route: { [byRoute]: route } }] };
}
