import { type Document, MongoClient } from 'mongodb';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { decodeBatch } from '../../schema/wire/decode.ts';
import { aggregates } from '../ingest/aggregates.ts';
import { takePart } from '../parts/lease.ts';
import { rebuildSite } from '../rebuild/rebuild-site.ts';
import { retainSite } from '../retention/retain-site.ts';
import { makeVisits } from '../testing/random-visits.ts';
import { makeOperations } from '../testing/root-operations.ts';
import { emptyDatabase, startTestApi, type TestApi } from '../testing/start-test-api.ts';
import { collections } from './collections.ts';
import { openStore } from './open-store.ts';
import { sites } from './sites.ts';

/** An operation as mongod's profiler saw it. */
interface Profiled {
  readonly op: string;
  readonly ns: string;
  readonly planSummary?: string;
  readonly command: Document;
}

let uri: string;
let client: MongoClient;
let api: TestApi;
const visits = makeVisits(81, 6);
/** Those that a large site has many documents in. */
const large = new Set(collections.flatMap(({ name, shardKey }) => (shardKey ? [name] : [])));
const bySession = new Set(
  collections.flatMap(({ name, shardKey }) => (shardKey && 'session' in shardKey ? [name] : [])),
);

beforeAll(async () => {
  uri = await emptyDatabase(inject('mongodbUri'), 'query-plans-test');
  client = await MongoClient.connect(uri);
  api = await startTestApi(uri, {
    sites: [
      { siteId: 'shop', timeZone: 'UTC' },
      { siteId: 'blog', timeZone: 'UTC' },
    ],
  });
  await api.ingest(visits.slice(0, visits.length / 2));
});

afterAll(async () => {
  await client.db().setProfilingLevel('off');
  await client.db().collection('system.profile').drop();
  await api.stop();
  await client.close();
});

/** What `work` asks mongod for, of large collections, with the plan of each. */
async function profile(work: () => Promise<unknown>): Promise<Profiled[]> {
  const db = client.db();
  await db.setProfilingLevel('off');
  await db.dropCollection('system.profile').catch(() => undefined);
  await db.createCollection('system.profile', { capped: true, size: 100_000_000 });
  await db.setProfilingLevel('all');
  await work();
  await db.setProfilingLevel('off');
  const seen = await db.collection<Profiled & Document>('system.profile').find().toArray();
  // The rest of an answer has its query's plan; the change stream reads no collection.
  const asks = new Set(['query', 'command', 'update', 'remove']);
  return seen.filter(({ ns, op }) => large.has(nameOf(ns)) && asks.has(op));
}

function nameOf(ns: string): string {
  return ns.slice(ns.indexOf('.') + 1);
}

/** What an operation looks for, whatever kind it is. */
function filterOf({ command }: Profiled): Document {
  const { filter, q, query, pipeline } = command;
  return filter ?? q ?? query ?? pipeline?.[0]?.$match ?? {};
}

/** Whether every document that is found has a given value, or one of some, in a field. */
function names(filter: Document, field: string): boolean {
  const { $or, $and } = filter;
  const value = filter[field];
  if (Array.isArray($or) && $or.every((branch) => names(branch, field))) return true;
  if (Array.isArray($and) && $and.some((branch) => names(branch, field))) return true;
  if (value === undefined || value === null) return false;
  return typeof value !== 'object' || value instanceof Date || '$in' in value || '$eq' in value;
}

function isByOwnId(one: Profiled): boolean {
  const isWrite = one.op === 'update' || one.op === 'remove';
  return isWrite && one.planSummary === 'IDHACK' && '_id' in filterOf(one);
}

const describe = (one: Profiled) =>
  `${one.op} ${nameOf(one.ns)} ${one.planSummary} ${JSON.stringify(filterOf(one)).slice(0, 300)}`;

/**
 * Of every large collection: by an index that begins with the site, and for one site. What was read so is written by its `_id`,
 * with nothing to plan (a mongos is told the shard key as well: see `storedFilter`).
 */
function expectIndexed(all: readonly Profiled[]): void {
  const seen = all.filter((one) => !isByOwnId(one));
  const scans = seen.filter(({ planSummary = '' }) => /COLLSCAN/.test(planSummary));
  expect(scans.map(describe)).toEqual([]);
  const foreign = seen.filter(({ planSummary = '' }) =>
    planSummary
      .split(', ')
      .some((plan) => /^IXSCAN/.test(plan) && !/^IXSCAN \{ site: 1/.test(plan)),
  );
  expect(foreign.map(describe)).toEqual([]);
  expect(seen.filter((one) => !names(filterOf(one), 'site')).map(describe)).toEqual([]);
}

test('taking batches in: every query has its index, and those about a session name it', async () => {
  const seen = await profile(async () => {
    const rest = visits.slice(visits.length / 2);
    for (let i = 0; i < rest.length; i += 7) await api.ingest(rest.slice(i, i + 7));
    await api.ingest(visits.slice(0, 10));
  });
  expect(new Set(seen.map(({ ns }) => nameOf(ns)))).toEqual(
    expect.toSatisfy((found: Set<string>) =>
      [
        'batches',
        'views',
        'sessions',
        'events',
        'pages',
        'heat',
        'visitorDays',
        'encounters',
      ].every((name) => found.has(name)),
    ),
  );
  expectIndexed(seen);
  const ofSessions = seen.filter(({ ns }) => bySession.has(nameOf(ns)));
  expect(ofSessions.length).toBeGreaterThan(10);
  const unnamed = ofSessions.filter((one) => !isByOwnId(one) && !names(filterOf(one), 'session'));
  expect(unnamed.map(describe)).toEqual([]);
  // A shared document is written by its key: on one shard.
  const written = seen.filter(
    (one) => one.op === 'update' && !bySession.has(nameOf(one.ns)) && !isByOwnId(one),
  );
  expect(written.length).toBeGreaterThan(20);
  expect(written.filter((one) => !names(filterOf(one), 'key')).map(describe)).toEqual([]);
});

const range = 'site: "shop", from: "2026-03-01T00:00:00Z", to: "2026-03-05T00:00:00Z"';
const list = 'nodes { __typename }';
const clicks = 'element { elementId }';

/** What the dashboard asks, with what it asks it by; and every field that there is, as it is asked by itself. */
function makeReads(session: string, visitor: string): string[] {
  const filters = [
    '',
    'device: DESKTOP',
    'automated: false',
    'hasRage: true',
    'hasDead: true',
    'search: "cart"',
    'page: "/cart"',
    `visitor: "${visitor}"`,
    'user: "user1"',
  ];
  const layers = ['MOVES', 'CLICKS', 'RAGE', 'DEAD', 'SCROLL', 'ATTENTION'];
  const heat = '{ __typename }';
  return [
    ...filters.map((f) => `{ sessions(site: "shop", first: 5, filter: { ${f} }) { ${list} } }`),
    `{ session(site: "shop", id: "${session}") { sessionId totalClicks trail { x } rageBursts { __typename } } }`,
    ...layers.flatMap((layer) => [
      `{ heatmap(${range}, page: "/cart", layer: ${layer}) ${heat} }`,
      `{ heatmap(${range}, page: "/cart", layer: ${layer}, device: DESKTOP, gridSize: 37) ${heat} }`,
      `{ heatmap(site: "shop", session: "${session}", layer: ${layer}) ${heat} }`,
    ]),
    `{ events(site: "shop", first: 5) { ${list} } }`,
    `{ events(site: "shop", session: "${session}", first: 5) { ${list} } }`,
    `{ events(site: "shop", visitor: "${visitor}", types: [CLICK, MOUSE_MOVE], first: 5) { ${list} } }`,
    `{ events(${range}, types: [RAGE_CLICK, MOUSE_MOVE], first: 5) { ${list} } }`,
    `{ rageClickAreas(${range}) { ${clicks} } }`,
    `{ rageClickAreas(${range}, page: "/cart") { __typename } }`,
    `{ deadClickElements(${range}) { __typename } }`,
    `{ hoverInsights(${range}, page: "/cart") { __typename } }`,
    `{ hoverInsights(${range}, page: "/cart", minDuration: 1500) { __typename } }`,
    `{ mouseStatistics(site: "shop", days: 365) { totalSessions mostClickedElements { __typename } } }`,
    `{ mouseStatistics(site: "shop", visitor: "${visitor}") { totalSessions mostClickedElements { __typename } } }`,
    `{ mousePattern(site: "shop", visitor: "${visitor}") { patternType } }`,
    `{ people(site: "shop", first: 5) { ${list} } }`,
    `{ people(site: "shop", first: 5, search: "user1") { ${list} } }`,
    `{ pages(${range}, first: 5) { ${list} } }`,
    `{ timeline(${range}, metric: CLICKS) { __typename } }`,
    `{ timeline(${range}, metric: CLICKS, page: "/cart", device: DESKTOP) { __typename } }`,
    ...makeOperations('query').map(({ query }) => query.replace('(', '(site: "shop", ')),
    ...makeOperations('query').map(({ query }) => query),
  ];
}

test('reading: every query has its index, and asks for one site', async () => {
  const { session, visitor } = decodeBatch(Buffer.from(visits[0]?.body ?? '', 'base64'));
  const answered: string[] = [];
  const seen = await profile(async () => {
    for (const query of makeReads(session, visitor)) {
      const { data, errors } = await api.ask<Record<string, unknown>>(query);
      if (data && !errors) answered.push(query);
      // What is asked with made-up arguments may be refused; what is written here may not.
      const failed = errors?.find(({ extensions }) => extensions?.code === 'INTERNAL_SERVER_ERROR');
      expect(failed).toBeUndefined();
    }
  });
  expect(seen.length).toBeGreaterThan(50);
  expectIndexed(seen);
  const own = makeReads(session, visitor).filter((query) => query.includes('site: "shop", f'));
  expect(own.filter((query) => !answered.includes(query))).toEqual([]);
});

test('erasing a visitor: every query has its index', async () => {
  const { visitor } = decodeBatch(Buffer.from(visits[0]?.body ?? '', 'base64'));
  const seen = await profile(async () => {
    await api.ask(`mutation { deleteVisitor(site: "shop", visitor: "${visitor}") { visitors } }`);
  });
  expect(seen.length).toBeGreaterThan(50);
  expectIndexed(seen);
});

test('rebuilding and retaining: every query has its index', async () => {
  const store = await openStore(uri);
  const part = await takePart(store);
  const context = { store, part, aggregates };
  const site = await sites.in(store.db).findOne({ site: 'shop' });
  if (!site) throw new Error('no site');
  const dayAfter = Date.parse('2026-03-03T12:00:00Z');
  const seen = await profile(async () => {
    expect(await rebuildSite(context, 'shop')).toBeGreaterThan(2);
    const removed = await retainSite(context, { ...site, retentionDays: 0 }, dayAfter);
    expect(removed.counts.get('sessions')).toBeGreaterThan(0);
  });
  expectIndexed(seen);
  await part.release();
  await store.close();
});
