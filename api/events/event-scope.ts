import type { Db, Filter } from 'mongodb';
import { Problem } from '../graphql/problem.ts';
import { type SessionDocument, sessions } from '../store/sessions.ts';
import type { EventPlace } from './event-order.ts';

/** Whose events, between which times; both ends may be open. */
export interface EventScope {
  readonly site: string;
  /** null: everybody's. */
  readonly visitors: readonly string[] | null;
  /** null: all of theirs. */
  readonly sessions: readonly string[] | null;
  readonly from: Date | null;
  /** Not included. */
  readonly to: Date | null;
}

/** A stretch of events that are ordered by place. */
export interface EventStretch {
  readonly limit: number;
  readonly backward: boolean;
  readonly after: EventPlace | null;
  readonly before: EventPlace | null;
}

const mostSessionsOfUser = 1_000;

/** Which visitors and sessions a user's are: a user may come as several visitors, and share one with another. */
export async function findUserScope(
  db: Db,
  site: string,
  user: string,
): Promise<Pick<EventScope, 'visitors' | 'sessions'>> {
  const query: Filter<SessionDocument> = { site, $or: [{ user }, { visitor: user }] };
  const found = await sessions
    .in(db)
    .find(query, { projection: { session: 1, visitor: 1 } })
    .sort({ startedAt: -1, session: -1 })
    .limit(mostSessionsOfUser + 1)
    .toArray();
  if (found.length > mostSessionsOfUser) {
    throw new Problem(
      'BAD_USER_INPUT',
      `This user has more than ${mostSessionsOfUser} sessions: ask by visitor or session.`,
    );
  }
  return {
    visitors: [...new Set(found.map(({ visitor }) => visitor))],
    sessions: found.map(({ session }) => session),
  };
}

/** The scope as a query on documents that have `site`, `session` and `visitor`. */
export function toQuery({ site, visitors, sessions: ids }: EventScope): {
  site: string;
  visitor?: string | { $in: string[] };
  session?: string | { $in: string[] };
} {
  return {
    site,
    ...(visitors ? { visitor: oneOf(visitors) } : {}),
    ...(ids ? { session: oneOf(ids) } : {}),
  };
}

function oneOf(values: readonly string[]): string | { $in: string[] } {
  const [only] = values;
  return values.length === 1 && only !== undefined ? only : { $in: [...values] };
}
