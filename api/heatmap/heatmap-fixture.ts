import { MongoClient } from 'mongodb';
import { createApi, type RunningApi } from '../server.ts';
import { makeArrival, makeView, type ViewScript, type ViewSetting } from '../testing/make-batch.ts';

/** A running API with one site, `shop` (UTC), as heatmap tests use it. */
export interface HeatmapFixture {
  readonly api: RunningApi;
  readonly client: MongoClient;
  /** Hands batches over as the collector does, all in one call, and expects them accepted. */
  readonly take: (arrivals: readonly Arrival[]) => Promise<void>;
  /** Asks as an analyst does. */
  readonly ask: <T>(query: string, variables?: Record<string, unknown>) => Promise<Answer<T>>;
  readonly stop: () => Promise<void>;
}

export interface Answer<T> {
  readonly data: T;
  readonly errors?: readonly { readonly message: string; readonly extensions: { code: string } }[];
}

type Arrival = ReturnType<typeof makeArrival>;

const ingestSecret = 'heatmap-fixture';

export async function openFixture(mongodbUri: string, database: string): Promise<HeatmapFixture> {
  const uri = withDatabase(mongodbUri, database);
  const client = await MongoClient.connect(uri);
  await client.db().dropDatabase();
  const api = await createApi({
    mongodbUri: uri,
    port: 0,
    host: '127.0.0.1',
    localMode: true,
    ingestSecret,
    sites: [{ siteId: 'shop', name: 'Shop', timeZone: 'UTC' }],
  });
  const post = async (body: unknown, headers: Record<string, string>) => {
    const response = await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-graphql-yoga-csrf': '1', ...headers },
      body: JSON.stringify(body),
    });
    return response.json() as Promise<unknown>;
  };
  return {
    api,
    client,
    take: async (batches) => {
      const query =
        'mutation ($batches: [Batch!]!) { ingest(batches: $batches) { status reason } }';
      const answer = (await post(
        { query, variables: { batches } },
        { authorization: `Bearer ${ingestSecret}` },
      )) as Answer<{ ingest: { status: string; reason: string | null }[] }>;
      const refused = answer.data?.ingest.filter(({ status }) => status !== 'ACCEPTED');
      if (!refused || refused.length > 0) throw new Error(JSON.stringify(answer));
    },
    ask: async <T>(query: string, variables: Record<string, unknown> = {}) =>
      (await post({ query, variables }, {})) as Answer<T>,
    stop: async () => {
      await api.stop();
      await client.db().dropDatabase();
      await client.close();
    },
  };
}

function withDatabase(uri: string, database: string): string {
  const url = new URL(uri);
  url.pathname = `/${database}`;
  return url.toString();
}

/** A view by a visitor at a moment; the whole of it arrives with `arrive`. */
export function makeVisit(
  setting: ViewSetting & { readonly device?: 'desktop' | 'tablet' | 'mobile' },
): ViewScript & { readonly arrive: () => Arrival } {
  const script = makeView(setting);
  const { device = 'desktop', startedAt } = setting;
  return { ...script, arrive: () => makeArrival(script.take(), { receivedAt: startedAt, device }) };
}
