import { type Db, MongoClient } from 'mongodb';
import type { NewSite } from '../sites/site-settings.ts';
import { makeArrival, makeView, type ViewScript, type ViewSetting } from './make-batch.ts';
import { type Answer, type Arrival, emptyDatabase, startTestApi } from './start-test-api.ts';

/** A running API on a database of its own, for tests of what it answers. */
export interface OpenedApi {
  readonly url: string;
  /** Its database: a second API may share it. */
  readonly mongodbUri: string;
  readonly db: Db;
  /** Hands batches over and expects them taken. */
  readonly take: (arrivals: readonly Arrival[]) => Promise<void>;
  /** Throws where the answer has errors. */
  readonly ask: <T>(query: string, variables?: Record<string, unknown>) => Promise<T>;
  /** Asks what is to be refused: code and message of the first error. */
  readonly refusal: (query: string) => Promise<string>;
  readonly stop: () => Promise<void>;
}

const shop: NewSite = { siteId: 'shop', name: 'Shop', timeZone: 'UTC' };
const mostAtOnce = 200;

/** With one site `shop` (UTC) unless told. */
export async function openTestApi(
  mongodbUri: string,
  database: string,
  sites: readonly NewSite[] = [shop],
): Promise<OpenedApi> {
  const uri = await emptyDatabase(mongodbUri, database);
  const client = await MongoClient.connect(uri);
  const { api, ask, ingest, stop } = await startTestApi(uri, { sites });
  return {
    url: api.url,
    mongodbUri: uri,
    db: client.db(),
    take: async (arrivals) => {
      for (let i = 0; i < arrivals.length; i += mostAtOnce) {
        const statuses = await ingest(arrivals.slice(i, i + mostAtOnce));
        const isTaken = statuses.every((status) => ['ACCEPTED', 'DUPLICATE'].includes(status));
        if (!isTaken) throw new Error(statuses.join());
      }
    },
    ask: async <T>(query: string, variables: Record<string, unknown> = {}) => {
      const { data, errors }: Answer<T> = await ask<T>(query, variables);
      if (errors || !data) throw new Error(JSON.stringify(errors));
      return data;
    },
    refusal: async (query) => {
      const [error] = (await ask(query)).errors ?? [];
      return `${error?.extensions?.code}: ${error?.message}`;
    },
    stop: async () => {
      await stop();
      await client.close();
    },
  };
}

/** A view whose date on the server is exactly its `startedAt`. */
export function makeVisit(
  setting: ViewSetting & { readonly device?: 'desktop' | 'tablet' | 'mobile' },
): Visit {
  const { startedAt, device = 'desktop' } = setting;
  const script = makeView({ ...setting, sentAt: startedAt });
  return {
    ...script,
    arrive: (activeMs = 0) => {
      script.until(activeMs);
      return makeArrival(script.take(), { receivedAt: startedAt, device });
    },
  };
}

export interface Visit extends ViewScript {
  /** What was written down so far, as the collector hands it over; the view was active until `activeMs` at least. */
  readonly arrive: (activeMs?: number) => Arrival;
}
