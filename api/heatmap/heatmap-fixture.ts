import { aggregates } from '../ingest/aggregates.ts';
import { takePart } from '../parts/lease.ts';
import { rebuildSite } from '../rebuild/rebuild-site.ts';
import { createApi, type RunningApi } from '../server.ts';
import { openStore, type Store } from '../store/open-store.ts';
import { type SiteDocument, sites } from '../store/sites.ts';
import { makeArrival, makeView, type ViewScript, type ViewSetting } from '../testing/make-batch.ts';

/** A running API with one site, `shop` (UTC), as heatmap tests use it. */
export interface HeatmapFixture {
  readonly api: RunningApi;
  /** The same database, beside the API. */
  readonly store: Store;
  readonly findSite: () => Promise<SiteDocument>;
  /** Hands batches over as the collector does, all in one call, and expects them accepted. */
  readonly take: (arrivals: readonly Arrival[]) => Promise<void>;
  /** Asks as an analyst does. */
  readonly ask: <T>(query: string, variables?: Record<string, unknown>) => Promise<Answer<T>>;
  /** Recomputes the site from its batches, as `npm run rebuild` does. */
  readonly rebuild: () => Promise<void>;
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
  const store = await openStore(uri);
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
    store,
    findSite: () => findShop(store),
    rebuild: () => rebuildShop(store),
    take: async (batches) => {
      const query =
        'mutation ($batches: [Batch!]!) { ingest(batches: $batches) { status reason } }';
      const answer = (await post(
        { query, variables: { batches } },
        { authorization: `Bearer ${ingestSecret}` },
      )) as { data: { ingest: { status: string }[] } | null };
      const results = answer.data?.ingest ?? [];
      const isTaken = results.length > 0 && results.every(({ status }) => status === 'ACCEPTED');
      if (!isTaken) throw new Error(JSON.stringify(answer));
    },
    ask: async <T>(query: string, variables: Record<string, unknown> = {}) =>
      (await post({ query, variables }, {})) as Answer<T>,
    stop: async () => {
      await api.stop();
      await store.db.dropDatabase();
      await store.close();
    },
  };
}

async function findShop({ db }: Store): Promise<SiteDocument> {
  const site = await sites.in(db).findOne({ site: 'shop' });
  if (!site) throw new Error('The site is gone.');
  return site;
}

async function rebuildShop(store: Store): Promise<void> {
  const part = await takePart(store);
  await rebuildSite({ store, part, aggregates }, 'shop');
  await part.release();
}

function withDatabase(uri: string, database: string): string {
  const url = new URL(uri);
  url.pathname = `/${database}`;
  return url.toString();
}

export type Visit = ViewScript & { readonly arrive: () => Arrival };

/** A view by a visitor at a moment; `arrive` gives what was written of it as a batch, received as it was sent. */
export function makeVisit(
  setting: ViewSetting & { readonly device?: 'desktop' | 'tablet' | 'mobile' },
): Visit {
  const script = makeView({ ...setting, sentAt: setting.startedAt });
  const { device = 'desktop', startedAt } = setting;
  return { ...script, arrive: () => makeArrival(script.take(), { receivedAt: startedAt, device }) };
}
