import type { Client, CombinedError } from '@urql/core';
import {
  FreshSessionsDocument,
  type FreshSessionsQuery,
  type SessionFilter,
  SessionsDocument,
  type SessionsQuery,
} from '../generated/sessions.ts';

export const pageSize = 50;

/** What a list is about. */
export interface Question {
  readonly site: string;
  readonly filter: SessionFilter;
}

interface Answer<Data> {
  readonly data?: Data | undefined;
  readonly error?: CombinedError | undefined;
}

// The list keeps its own rows: an older answer from the cache would only make them jump.
const fresh = { requestPolicy: 'network-only' } as const;

/** One page of the list. */
export async function findPage(
  client: Client,
  { site, filter }: Question,
  after: string | null,
  first = pageSize,
): Promise<Answer<SessionsQuery['sessions']>> {
  const { data, error } = await client
    .query(SessionsDocument, { site, filter, first, after }, fresh)
    .toPromise();
  return { data: data?.sessions, error };
}

/** The newest rows and the live ones. */
export async function findFresh(
  client: Client,
  { site, filter }: Question,
): Promise<Answer<FreshSessionsQuery>> {
  const liveFilter = { ...filter, live: true };
  return await client
    .query(FreshSessionsDocument, { site, filter, liveFilter, first: pageSize }, fresh)
    .toPromise();
}
