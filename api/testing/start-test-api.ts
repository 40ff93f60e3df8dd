import { MongoClient } from 'mongodb';
import { makeLog } from '../log.ts';
import { type ApiOptions, createApi, type RunningApi } from '../server.ts';
import type { makeArrival } from './make-batch.ts';

export type Arrival = ReturnType<typeof makeArrival>;

export interface Answer<T> {
  readonly data?: T | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { readonly code?: string };
  }[];
}

/** A running API for a test, and the ways to talk to it. */
export interface TestApi {
  readonly api: RunningApi;
  /** Hands batches over as the collector does; a status a batch. */
  readonly ingest: (batches: readonly Arrival[]) => Promise<string[]>;
  /** Asks as an analyst does: with a token where one is given. */
  readonly ask: <T>(
    query: string,
    variables?: Readonly<Record<string, unknown>>,
    token?: string,
  ) => Promise<Answer<T>>;
  readonly stop: () => Promise<void>;
}

export const ingestSecret = 'the-collector-alone-knows-this';

/** Starts an API in local mode with one site, `shop` (UTC), unless told otherwise. Several may share a database. */
export async function startTestApi(
  mongodbUri: string,
  options: Partial<ApiOptions> = {},
): Promise<TestApi> {
  const api = await createApi({
    mongodbUri,
    port: 0,
    host: '127.0.0.1',
    localMode: true,
    ingestSecret,
    sites: [{ siteId: 'shop', name: 'Shop', timeZone: 'UTC' }],
    log: makeLog('silent'),
    ...options,
  });
  const ask = <T>(query: string, variables: object = {}, token?: string) =>
    post<T>(`${api.url}/graphql`, { query, variables }, token);
  return {
    api,
    ask,
    ingest: async (batches) => {
      const query =
        'mutation ($batches: [Batch!]!) { ingest(batches: $batches) { status reason } }';
      const answer = await ask<{ ingest: { status: string }[] }>(query, { batches }, ingestSecret);
      if (!answer.data) throw new Error(JSON.stringify(answer.errors));
      return answer.data.ingest.map(({ status }) => status);
    },
    stop: api.stop,
  };
}

async function post<T>(url: string, body: object, token?: string): Promise<Answer<T>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    body: JSON.stringify(body),
  });
  return (await response.json()) as Answer<T>;
}

/**
 * The address of a test file's own database, empty, on the run's one mongod. Its collections are emptied and not dropped: making
 * them with their indexes again takes seconds.
 */
export async function emptyDatabase(mongodbUri: string, database: string): Promise<string> {
  const url = new URL(mongodbUri);
  url.pathname = `/${database}`;
  const client = await MongoClient.connect(url.toString());
  for (const collection of await client.db().collections()) await collection.deleteMany({});
  await client.close();
  return url.toString();
}
