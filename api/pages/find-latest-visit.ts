import type { Db } from 'mongodb';
import type { PageVisit } from '../session-summary/page-visits.ts';
import { sessions } from '../store/sessions.ts';
import type { PageRow } from './find-pages.ts';

/** A page as the newest session that saw it: an example of its address, and its size. */
export async function findLatestVisit(
  db: Db,
  { query, route }: Pick<PageRow, 'query' | 'route'>,
): Promise<PageVisit | null> {
  const session = await sessions.in(db).findOne(
    { site: query.site, pages: route },
    {
      sort: { startedAt: -1, session: -1 },
      projection: { _id: 0, routes: 1, 'summary.pages': 1 },
    },
  );
  const index = session?.routes.lastIndexOf(route) ?? -1;
  return session?.summary.pages[index] ?? null;
}
