import { MongoClient } from 'mongodb';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { aggregates } from '../ingest/aggregates.ts';
import { makeLog } from '../log.ts';
import { takePart } from '../parts/lease.ts';
import { counterCollections } from '../store/collections.ts';
import { openStore } from '../store/open-store.ts';
import { readDerived } from '../testing/derived-documents.ts';
import { makeRandom, makeVisits, shuffle } from '../testing/random-visits.ts';
import { emptyDatabase, startTestApi, type TestApi } from '../testing/start-test-api.ts';
import { type RebuildOptions, rebuildSite } from './rebuild-site.ts';

/** Where nothing else keeps the machine busy it takes less than a second. */
const soon = { timeout: 15_000 };
let client: MongoClient;
let uri: string;
let apis: TestApi[];

beforeEach(async () => {
  uri = await emptyDatabase(inject('mongodbUri'), 'rebuild-test');
  client = await MongoClient.connect(uri);
  apis = [await startTestApi(uri), await startTestApi(uri)];
});

afterEach(async () => {
  for (const api of apis) await api.stop();
  await client.close();
});

/** Rebuilds as the command does: as a process of its own, with a part of its own. */
async function rebuild(options?: RebuildOptions): Promise<number> {
  const store = await openStore(uri);
  const part = await takePart(store);
  try {
    return await rebuildSite({ store, part, aggregates }, 'shop', options);
  } finally {
    await part.release();
    await store.close();
  }
}

async function ingestDisordered(visits: ReturnType<typeof makeVisits>, seed: number) {
  const random = makeRandom(seed);
  const disordered = shuffle([...visits, ...visits.slice(0, 5)], random);
  while (disordered.length > 0) {
    const group = disordered.splice(0, 1 + random(8));
    await Promise.all(group.map((batch) => apis[random(2)]?.ingest([batch])));
  }
}

test.each([31, 32])('rebuilding gives the same as living through it (seed %i)', async (seed) => {
  await ingestDisordered(makeVisits(seed, 5), seed);
  const lived = await readDerived(client.db());
  expect(await rebuild()).toBe(5);
  expect(await readDerived(client.db())).toEqual(lived);
});

test('rebuilding while batches arrive gives the same as well', async () => {
  const visits = makeVisits(33, 10);
  const arriving = visits.splice(visits.length / 2);
  await ingestDisordered(visits, 33);
  const calls: Promise<unknown>[] = [];
  const onSession = () => {
    // Sessions that are done, that are yet to be done, and that are new.
    for (const batch of arriving.splice(0, 6))
      calls.push(apis[0]?.ingest([batch]) ?? Promise.resolve());
  };
  await rebuild({ onSession });
  await Promise.all(calls);
  await ingestDisordered(arriving, 34);
  const lived = await readDerived(client.db());
  await rebuild();
  expect(await readDerived(client.db())).toEqual(lived);
});

test('an interrupted rebuild is read by nobody, and goes on where it stopped', async () => {
  const visits = makeVisits(38, 8);
  const later = visits.splice(visits.length - 6);
  await ingestDisordered(visits, 38);
  const interrupt = async (options: RebuildOptions = {}) => {
    const stop = new AbortController();
    const onSession = (done: number) => done === 3 && stop.abort();
    await expect(rebuild({ ...options, onSession, signal: stop.signal })).rejects.toThrow(/abort/);
  };
  const lived = await readDerived(client.db());
  await interrupt();
  expect(await readDerived(client.db())).toEqual(lived);
  const site = await client.db().collection('sites').findOne();
  const begun = site?.['generations'][1];
  // Sessions on either side of the place go on meanwhile.
  await ingestDisordered(later, 39);
  const grown = await readDerived(client.db());
  const rebuilt = { generation: { $gte: begun } };
  expect(await client.db().collection('sessions').countDocuments(rebuilt)).toBeGreaterThan(2);
  await rebuild();
  expect(await readDerived(client.db())).toEqual(grown);
  expect(await client.db().collection('sites').findOne()).toMatchObject({ generations: [begun] });
  await interrupt();
  await rebuild({ afresh: true });
  expect(await readDerived(client.db())).toEqual(grown);
  expect(await client.db().collection('pages').distinct('generation')).toEqual([begun + 2]);
});

test('rebuilding repairs whatever was damaged, and leaves nothing of the old counters', async () => {
  const visits = makeVisits(35, 3);
  await apis[0]?.ingest(visits);
  const lived = await readDerived(client.db());
  const db = client.db();
  await db.collection('pages').updateMany({}, { $inc: { 'sums.clicks': 99 } });
  await db.collection('events').deleteMany({ types: 'CLICK' });
  await db.collection('views').updateMany({}, { $set: { foldedTo: 0, folded: null } });
  await db.collection('sessions').updateMany({}, { $set: { 'summary.totalClicks': -1 } });
  await db
    .collection('batches')
    .updateMany({}, { $set: { types: [], facts: null, firstAt: null } });
  await rebuild();
  expect(await readDerived(client.db())).toEqual(lived);
  for (const { name } of counterCollections) {
    const generations = await db.collection(name).distinct('generation', { site: 'shop' });
    expect(generations.length).toBeLessThanOrEqual(1);
  }
});

test('a session whose batches are gone leaves nothing behind', async () => {
  await apis[0]?.ingest(makeVisits(36, 2));
  await client.db().collection('batches').deleteMany({});
  await rebuild();
  const derived = await readDerived(client.db());
  expect(derived).toMatchObject({ views: [], sessions: [], events: [], pages: {} });
});

test('changed rules are applied to what is stored: the same as if they had held all along', async () => {
  const visits = makeVisits(37, 4);
  await apis[0]?.ingest(visits);
  const update = `mutation {
    updateSite(id: "shop", input: { rageRule: STRICT, deadClickMs: 1500, routes: ["/product/:handle"] }) { rageRule routes }
  }`;
  const answer = await apis[0]?.ask<{ updateSite: { rageRule: string } }>(update);
  expect(answer?.data?.updateSite.rageRule).toBe('STRICT');
  const old = { 'rules.version': 1 };
  await expect.poll(() => client.db().collection('sessions').countDocuments(old), soon).toBe(0);
  const changed = await readDerived(client.db());

  const own = await emptyDatabase(inject('mongodbUri'), 'rebuild-strict');
  const strict = await startTestApi(own);
  await strict.ask(update);
  await strict.ingest(visits);
  await strict.stop();
  const reader = await MongoClient.connect(own);
  const expected = await readDerived(reader.db());
  await reader.close();
  expect(changed).toEqual(expected);
});

test('a session that cannot be folded again keeps its old rules, and no other waits for it', async () => {
  await apis[0]?.ingest(makeVisits(38, 4));
  const db = client.db();
  const broken = await db.collection('sessions').findOne({}, { sort: { session: 1 } });
  const body = Buffer.from('damaged');
  const lines: string[] = [];
  const log = makeLog('error', { write: (line) => void lines.push(line) });
  const refolding = await startTestApi(uri, { log });
  apis.push(refolding);
  await db.collection('batches').updateMany({ session: broken?.['session'] }, { $set: { body } });
  await refolding.ask(
    'mutation { updateSite(id: "shop", input: { deadClickMs: 1500 }) { siteId } }',
  );
  const left = () => db.collection('sessions').distinct('session', { 'rules.version': 1 });
  await expect.poll(left, soon).toEqual([broken?.['session']]);
  await expect.poll(() => lines.join(''), soon).toContain('could not be folded again');
  expect(lines.join('')).not.toContain(broken?.['session']);
});
