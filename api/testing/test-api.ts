import { type Db, MongoClient } from 'mongodb';
import { createApi } from '../server.ts';
import type { NewSite } from '../sites/site-settings.ts';
import { makeArrival, makeView, type ViewScript, type ViewSetting } from './make-batch.ts';

/** A running API on a database of its own, with one site `shop` (UTC) unless told. */
export interface TestApi {
  readonly url: string;
  readonly db: Db;
  /** Hands batches over as the collector does, in one call. */
  readonly take: (arrivals: readonly Arrival[]) => Promise<void>;
  /** Asks as an analyst does. Throws where the answer has errors. */
  readonly ask: <T>(query: string, variables?: Record<string, unknown>) => Promise<T>;
  /** Asks what is to be refused: code and message of the first error. */
  readonly refusal: (query: string) => Promise<string>;
  readonly stop: () => Promise<void>;
}

export type Arrival = ReturnType<typeof makeArrival>;

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { code?: string };
  }[];
}

const ingestSecret = 'the-collector-of-the-tests';
const shop: NewSite = { siteId: 'shop', name: 'Shop', timeZone: 'UTC' };
const mostAtOnce = 200;

export async function openTestApi(
  mongodbUri: string,
  database: string,
  sites: readonly NewSite[] = [shop],
): Promise<TestApi> {
  const at = new URL(mongodbUri);
  at.pathname = `/${database}`;
  const client = await MongoClient.connect(at.toString());
  const db = client.db(database);
  await db.dropDatabase();
  const api = await createApi({
    mongodbUri: at.toString(),
    port: 0,
    host: '127.0.0.1',
    localMode: true,
    ingestSecret,
    sites,
  });
  const post = async (body: object, headers: Record<string, string> = {}): Promise<Answer> => {
    const response = await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    return (await response.json()) as Answer;
  };
  const handOver = async (batches: readonly Arrival[]) => {
    const query = 'mutation ($batches: [Batch!]!) { ingest(batches: $batches) { status reason } }';
    const headers = { authorization: `Bearer ${ingestSecret}` };
    const answer = await post({ query, variables: { batches } }, headers);
    const { ingest } = (answer.data ?? { ingest: [{ status: 'NONE' }] }) as {
      readonly ingest: readonly { readonly status: string }[];
    };
    const isTaken = ingest.every(({ status }) => status === 'ACCEPTED' || status === 'DUPLICATE');
    if (!isTaken) throw new Error(JSON.stringify(answer));
  };
  return {
    url: api.url,
    db,
    take: async (arrivals) => {
      for (let i = 0; i < arrivals.length; i += mostAtOnce) {
        await handOver(arrivals.slice(i, i + mostAtOnce));
      }
    },
    ask: async <T>(query: string, variables: Record<string, unknown> = {}) => {
      const { data, errors } = await post({ query, variables });
      if (errors) throw new Error(JSON.stringify(errors));
      return data as T;
    },
    refusal: async (query) => {
      const [error] = (await post({ query })).errors ?? [];
      return `${error?.extensions?.code}: ${error?.message}`;
    },
    stop: async () => {
      await api.stop();
      await db.dropDatabase();
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
