import type { Db, Filter } from 'mongodb';
import {
  type Connection,
  makeConnection,
  makeCursor,
  type PageArgs,
  readCursor,
  readPageArgs,
} from '../graphql/page-args.ts';
import { type SessionDocument, sessions } from '../store/sessions.ts';

/** A visitor, by the newest of their sessions. */
export interface KnownPerson {
  readonly site: string;
  readonly visitor: string;
  readonly newest: SessionDocument;
}

const limits = { usual: 20, most: 100 };
/** Sessions looked at by one query; regular visitors have many. */
const sessionsAtOnce = 200;
/** Pages of sessions looked at for one page of people. */
const mostQueries = 50;

/** Where in a site's sessions a page of people ended. */
interface Place {
  readonly startedAt: Date;
  readonly session: string;
}

/**
 * A site's visitors, who came last first. Found by walking its sessions from the newest: each visitor is listed with their newest, so
 * a page costs the same however many visitors there are.
 */
export async function findKnownPeople(
  db: Db,
  site: string,
  search: string | null,
  { first, after }: Pick<PageArgs, 'first' | 'after'>,
): Promise<Connection<KnownPerson>> {
  const stretch = readPageArgs<Place>({ first, after }, limits, parsePlace);
  const people: KnownPerson[] = [];
  let place = stretch.after;
  for (let queries = 0; people.length <= stretch.limit && queries < mostQueries; queries++) {
    const walked = await findNextSessions(db, site, search, place);
    const newest = await findNewestOf(db, site, walked);
    people.push(...walked.filter(({ session }) => newest.has(session)).map(toPerson));
    const last = walked.at(-1);
    if (!last || walked.length < sessionsAtOnce) break;
    place = last;
  }
  return makeConnection(people, stretch, ({ newest }) =>
    makeCursor([newest.startedAt.getTime(), newest.session]),
  );
}

/** How many sessions a visitor has had. */
export function countSessionsOf(db: Db, { site, visitor }: KnownPerson): Promise<number> {
  return sessions.in(db).countDocuments({ site, visitor });
}

function findNextSessions(
  db: Db,
  site: string,
  search: string | null,
  place: Place | null,
): Promise<SessionDocument[]> {
  const filter: Filter<SessionDocument>[] = [{ site }];
  if (search) filter.push(searchFilter(search));
  if (place) {
    const { startedAt, session } = place;
    filter.push(
      { startedAt: { $lte: startedAt } },
      { $or: [{ startedAt: { $lt: startedAt } }, { startedAt, session: { $lt: session } }] },
    );
  }
  return sessions
    .in(db)
    .find({ $and: filter }, { projection: { summary: 0, pages: 0 } })
    .sort({ startedAt: -1, session: -1 })
    .limit(sessionsAtOnce)
    .toArray();
}

/** The beginning of a user's name or a visitor's id. */
function searchFilter(search: string): Filter<SessionDocument> {
  const escaped = search.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const beginning = { $regex: `^${escaped}` };
  return { $or: [{ user: beginning }, { visitor: beginning }] };
}

/** Which of these sessions are the newest of their visitors. */
async function findNewestOf(
  db: Db,
  site: string,
  walked: readonly SessionDocument[],
): Promise<ReadonlySet<string>> {
  const visitors = [...new Set(walked.map(({ visitor }) => visitor))];
  const newest = await sessions
    .in(db)
    .aggregate<{ session: string }>([
      { $match: { site, visitor: { $in: visitors } } },
      { $sort: { site: 1, visitor: 1, startedAt: -1, session: -1 } },
      { $group: { _id: '$visitor', session: { $first: '$session' } } },
    ])
    .toArray();
  return new Set(newest.map(({ session }) => session));
}

function toPerson(newest: SessionDocument): KnownPerson {
  return { site: newest.site, visitor: newest.visitor, newest };
}

function parsePlace(cursor: string): Place | null {
  const [at, session] = readCursor(cursor, ['number', 'string']) ?? [];
  return at === undefined || session === undefined
    ? null
    : { startedAt: new Date(Number(at)), session: String(session) };
}
