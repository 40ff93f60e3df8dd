import { MongoClient } from 'mongodb';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { compactHeat } from '../heatmap/compact.ts';
import { aggregates } from '../ingest/aggregates.ts';
import { JobRunner } from '../jobs/job-runner.ts';
import { makeLog } from '../log.ts';
import { takePart } from '../parts/lease.ts';
import { openStore, type Store } from '../store/open-store.ts';
import { type SiteDocument, sites } from '../store/sites.ts';
import { readDerived } from '../testing/derived-documents.ts';
import { makeArrival, makeView } from '../testing/make-batch.ts';
import {
  type Arrival,
  emptyDatabase,
  startTestApi,
  type TestApi,
} from '../testing/start-test-api.ts';
import { retainSite } from './retain-site.ts';
import { retainSites } from './retain-sites.ts';

let client: MongoClient;
let uri: string;
let api: TestApi;
let store: Store;

beforeEach(async () => {
  uri = await emptyDatabase(inject('mongodbUri'), 'retention-test');
  client = await MongoClient.connect(uri);
  api = await startTestApi(uri);
  store = await openStore(uri);
});

afterEach(async () => {
  await store.close();
  await api.stop();
  await client.close();
});

const dayMs = 86_400_000;
const now = Date.parse('2026-11-20T15:00:00Z');

/** A visit of some batches, which began so many days (and ms) before `now`. */
function visit(who: string, startedAt: number, batches = 2): Arrival[] {
  const view = makeView({ visitor: who, session: `${who}@${startedAt}`, startedAt });
  const arrivals: Arrival[] = [];
  for (let n = 0; n < batches; n++) {
    const element = view.element({ tag: 'div', id: `box${n}`, path: 'main > div' });
    for (let i = 0; i < 20; i++) view.move(n * 2_000 + i * 50, 90 + i * 12, 300);
    for (let i = 0; i < 5; i++) {
      view.press({ t: n * 2_000 + 1_100 + i * 90, element, x: 50, y: 60, flags: 2 });
    }
    view.event('hover', { t: n * 2_000 + 1_900, element, durationMs: 1_500, clicked: 1 });
    arrivals.push(makeArrival(view.take(), { receivedAt: startedAt + n * 2_000 + 1_900 }));
  }
  return arrivals;
}

async function readSite(): Promise<SiteDocument> {
  const site = await sites.in(store.db).findOne({ site: 'shop' });
  if (!site) throw new Error('no site');
  return site;
}

async function retain(at: number, signal?: AbortSignal) {
  const part = await takePart(store);
  const removed = await retainSite({ store, part, aggregates }, await readSite(), at, signal);
  await part.release();
  return removed.counts;
}

async function readWithout(arrivals: readonly Arrival[]): Promise<Record<string, unknown>> {
  const own = await emptyDatabase(inject('mongodbUri'), 'retention-without');
  const plain = await startTestApi(own);
  await plain.ingest(arrivals);
  await plain.stop();
  const reader = await MongoClient.connect(own);
  const derived = await readDerived(reader.db());
  await reader.close();
  return derived;
}

const firstKept = Date.parse('2024-10-21T00:00:00Z');
const outlived = [
  ...visit('ann', firstKept - 1),
  ...visit('bob', firstKept - 40 * dayMs),
  // Without its first batch, nothing tells when it began.
  ...visit('cid', firstKept - 3 * dayMs).slice(1),
];
const kept = [...visit('ann', firstKept), ...visit('dan', now - dayMs), ...visit('bob', now)];

test('batches, events and sums of 760 days are kept, and of no day more', async () => {
  await api.ingest([...outlived, ...kept]);
  const removed = await retain(now);
  expect(removed.get('sessions')).toBe(2);
  expect(removed.get('batches')).toBe(outlived.length);
  expect(await readDerived(client.db())).toEqual(await readWithout(kept));
  expect(await retain(now)).toEqual(new Map());
});

test('what was packed long ago goes as well, and leaves no empty document', async () => {
  await api.ingest([...outlived, ...kept]);
  await compactHeat(store, await readSite(), now);
  const packed = client.db().collection('heatPacked');
  const old = { day: { $lt: firstKept / dayMs } };
  expect(await packed.countDocuments(old)).toBeGreaterThan(0);
  await retain(now);
  await compactHeat(store, await readSite(), now);
  for (const collection of await client.db().collections()) {
    const left = await collection.countDocuments({ ...old, span: { $ne: 'month' } });
    expect([collection.collectionName, left]).toEqual([collection.collectionName, 0]);
  }
});

test('a shorter retention takes effect at the next run', async () => {
  await api.ingest([...outlived, ...kept]);
  await retain(now);
  const update =
    'mutation { updateSite(id: "shop", input: { retentionDays: 1 }) { retentionDays } }';
  await api.ask(update);
  await retain(now);
  expect(await readDerived(client.db())).toEqual(
    await readWithout([...visit('dan', now - dayMs), ...visit('bob', now)]),
  );
  await retain(now + 2 * dayMs);
  expect(await readDerived(client.db())).toMatchObject({
    batches: [],
    sessions: [],
    pages: {},
    pageHours: {},
  });
});

test('dead letters go by when they came', async () => {
  const letter = { site: 'shop', reason: 'no', body: 'x' };
  await client
    .db()
    .collection('deadLetters')
    .insertMany([
      { ...letter, receivedAt: new Date(firstKept - 1) },
      { ...letter, receivedAt: new Date(firstKept) },
    ]);
  expect(await retain(now)).toEqual(new Map([['deadLetters', 1]]));
});

test('stopped in the middle, it is exact at every point and goes on later', async () => {
  await api.ingest([...outlived, ...kept]);
  const stop = new AbortController();
  stop.abort();
  expect(await retain(now, stop.signal)).toEqual(new Map());
  expect(await client.db().collection('sessions').countDocuments()).toBe(5);
  await retain(now);
  expect(await client.db().collection('sessions').countDocuments()).toBe(3);
});

test('of several processes one does it, once an hour', async () => {
  let runs = 0;
  const runner = async () => {
    const part = await takePart(store);
    const job = { ...retainSites, run: async () => void runs++ };
    return { part, jobs: new JobRunner({ store, part, aggregates }, [job], makeLog('silent')) };
  };
  const runners = [await runner(), await runner(), await runner()];
  await Promise.all(runners.map(({ jobs }) => jobs.look()));
  for (const { jobs } of runners) await jobs.look();
  expect(runs).toBe(1);
  const hourAgo = new Date(Date.now() - 1);
  await client
    .db()
    .collection<{ _id: string }>('jobs')
    .updateOne({ _id: 'retention' }, { $set: { nextAt: hourAgo } });
  await Promise.all(runners.map(({ jobs }) => jobs.look()));
  expect(runs).toBe(2);
  for (const { part, jobs } of runners) {
    await jobs.stop();
    await part.release();
  }
});
