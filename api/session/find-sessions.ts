import type { Db, Filter, FindCursor, WithId } from 'mongodb';
import {
  type Connection,
  makeConnection,
  makeCursor,
  type PageArgs,
  readCursor,
  readPageArgs,
  type Stretch,
} from '../graphql/page-args.ts';
import { type SessionDocument, sessions } from '../store/sessions.ts';

const limits = { usual: 20, most: 100 };
/** Counting on would cost more the more there is. */
export const mostCounted = 10_000;

/** A session's place in the list: newest first, then by id. */
interface Place {
  readonly startedAt: Date;
  readonly session: string;
}

/** A page of a site's sessions, newest first. Every order and filter is an index's, so its cost does not grow with the list. */
export async function findSessions(
  db: Db,
  filter: Filter<SessionDocument>,
  args: PageArgs,
): Promise<Connection<SessionDocument>> {
  const stretch = readPageArgs(args, limits, parsePlace);
  const found = await findSessionsCursor(db, filter, stretch).toArray();
  return {
    ...makeConnection(found, stretch, ({ startedAt, session }) =>
      makeCursor([startedAt.getTime(), session]),
    ),
    totalCount: () => sessions.in(db).countDocuments(filter, { limit: mostCounted }),
  };
}

/** One more than `limit` where there is more; backward: the oldest first. */
export function findSessionsCursor(
  db: Db,
  filter: Filter<SessionDocument>,
  stretch: Stretch<Place>,
): FindCursor<WithId<SessionDocument>> {
  const direction = stretch.backward ? 1 : -1;
  return sessions
    .in(db)
    .find({ $and: [filter, ...bounds(stretch)] })
    .sort({ startedAt: direction, session: direction })
    .limit(stretch.limit + 1);
}

function parsePlace(cursor: string): Place | null {
  const [at, session] = readCursor(cursor, ['number', 'string']) ?? [];
  return at === undefined || session === undefined
    ? null
    : { startedAt: new Date(Number(at)), session: String(session) };
}

/** The list is in descending order: what comes after a place is less. */
function bounds({ after, before }: Stretch<Place>): Filter<SessionDocument>[] {
  return [...(after ? beside(after, '$lt') : []), ...(before ? beside(before, '$gt') : [])];
}

/** The first condition bounds the index; the second settles equal moments. */
function beside({ startedAt, session }: Place, side: '$lt' | '$gt'): Filter<SessionDocument>[] {
  const orEqual = side === '$lt' ? '$lte' : '$gte';
  return [
    { startedAt: { [orEqual]: startedAt } },
    { $or: [{ startedAt: { [side]: startedAt } }, { startedAt, session: { [side]: session } }] },
  ];
}
