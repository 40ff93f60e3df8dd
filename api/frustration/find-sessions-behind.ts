import type { Db, Filter } from 'mongodb';
import type { Connection, PageArgs } from '../graphql/page-args.ts';
import { findSessions } from '../session/find-sessions.ts';
import type { CounterDocument, DeclaredCounters } from '../store/counters.ts';
import type { SessionDocument } from '../store/sessions.ts';

/** The newest sessions that are looked at behind one row. */
export const mostBehind = 5_000;

/** The names of the sessions that a filter on session-owned sums finds, the newest days first. */
export async function findSessionNames(
  db: Db,
  owned: DeclaredCounters,
  filter: Filter<CounterDocument>,
  limit = mostBehind,
): Promise<string[]> {
  const found = await owned
    .in(db)
    .find(filter, { projection: { _id: 0, session: 1 } })
    .sort({ day: -1 })
    .limit(limit)
    .toArray();
  return [...new Set(found.map(({ session }) => String(session)))];
}

/** Those sessions as a page of a list, newest first. */
export async function findSessionsBehind(
  db: Db,
  site: string,
  owned: DeclaredCounters,
  filter: Filter<CounterDocument>,
  args: PageArgs,
): Promise<Connection<SessionDocument>> {
  const names = await findSessionNames(db, owned, filter);
  return findSessions(db, { site, session: { $in: names } }, args);
}
