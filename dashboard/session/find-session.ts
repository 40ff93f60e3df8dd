import type { Client, CombinedError } from '@urql/core';
import {
  type EventRowFragment,
  type EventType,
  SessionEventsDocument,
  type SessionEventsQuery,
  SessionPageDocument,
  type SessionPageQuery,
  type SessionPageQueryVariables,
} from '../generated/session.ts';

/** All but samples of movement, which the trail has. */
const listed: readonly EventType[] = [
  'CLICK',
  'RAGE_CLICK',
  'DEAD_CLICK',
  'HOVER',
  'SCROLL',
  'NAVIGATION',
  'VISIBILITY',
  'KEYBOARD',
  'ERROR',
  'CUSTOM',
];
const EVENTS_PER_PAGE = 500;

/** A session is merged from whole answers and live parts: an older answer from the cache has no place in it. */
export const fresh = { requestPolicy: 'network-only' } as const;

export interface WholeSession {
  readonly error?: CombinedError | undefined;
  /** null where the API knows no such session; undefined where it did not answer. */
  readonly session?: SessionPageQuery['session'] | undefined;
  readonly events: readonly EventRowFragment[];
}

/** The session's facts, trail and all its events. */
export async function findWholeSession(
  client: Client,
  variables: SessionPageQueryVariables,
): Promise<WholeSession> {
  const [page, events] = await Promise.all([
    client.query(SessionPageDocument, variables, fresh).toPromise(),
    findEvents(client, variables),
  ]);
  return { error: page.error ?? events.error, session: page.data?.session, events: events.found };
}

async function findEvents(client: Client, variables: SessionPageQueryVariables) {
  const found: EventRowFragment[] = [];
  for (let after: string | null = null; ; ) {
    const result: { data?: SessionEventsQuery | undefined; error?: CombinedError | undefined } =
      await client
        .query(
          SessionEventsDocument,
          { ...variables, types: listed, first: EVENTS_PER_PAGE, after },
          fresh,
        )
        .toPromise();
    const events: SessionEventsQuery['events'] | undefined = result.data?.events;
    found.push(...(events?.nodes ?? []));
    if (!events?.pageInfo.hasNextPage) return { found, error: result.error };
    after = events.pageInfo.endCursor;
  }
}
