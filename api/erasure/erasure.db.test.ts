import { MongoClient } from 'mongodb';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { decodeBatch } from '../../schema/wire/decode.ts';
import { compactHeat } from '../heatmap/compact.ts';
import { aggregates } from '../ingest/aggregates.ts';
import { takePart } from '../parts/lease.ts';
import { rebuildSite } from '../rebuild/rebuild-site.ts';
import { openStore } from '../store/open-store.ts';
import { sites } from '../store/sites.ts';
import { readDerived } from '../testing/derived-documents.ts';
import { findMentions } from '../testing/find-mentions.ts';
import { makeArrival, makeId, makeView } from '../testing/make-batch.ts';
import { makeRandom, makeVisits, shuffle } from '../testing/random-visits.ts';
import {
  type Arrival,
  emptyDatabase,
  startTestApi,
  type TestApi,
} from '../testing/start-test-api.ts';

let client: MongoClient;
let uri: string;
let apis: TestApi[];

beforeEach(async () => {
  uri = await emptyDatabase(inject('mongodbUri'), 'erasure-test');
  client = await MongoClient.connect(uri);
  apis = [await startTestApi(uri), await startTestApi(uri)];
});

afterEach(async () => {
  for (const api of apis) await api.stop();
  await client.close();
});

const visitorOf = ({ body }: Arrival) => decodeBatch(Buffer.from(body, 'base64')).visitor;

interface Report {
  readonly visitors: number;
  readonly removed: readonly { collection: string; documents: number }[];
  readonly remaining: readonly { collection: string; documents: number }[];
}

async function erase(args: string): Promise<Report> {
  const fields = 'visitors removed { collection documents } remaining { collection documents }';
  const { data, errors } =
    (await apis[0]?.ask<{ deleteVisitor: Report }>(
      `mutation { deleteVisitor(${args}) { ${fields} } }`,
    )) ?? {};
  if (!data) throw new Error(JSON.stringify(errors));
  return data.deleteVisitor;
}

/** In disorder, some twice, by both processes. */
async function ingest(arrivals: readonly Arrival[], seed: number): Promise<void> {
  const random = makeRandom(seed);
  const disordered = shuffle([...arrivals, ...arrivals.slice(0, 5)], random);
  while (disordered.length > 0) {
    const group = disordered.splice(0, 1 + random(8));
    await Promise.all(group.map((batch) => apis[random(2)]?.ingest([batch])));
  }
}

/** Packs what lies in closed days, as an hour's work does. */
async function packHeat(of: string): Promise<number> {
  const store = await openStore(of);
  const site = await sites.in(store.db).findOne({ site: 'shop' });
  const packed = site ? await compactHeat(store, site, Date.now()) : 0;
  await store.close();
  return packed;
}

/** What a database holds that never saw anybody else. */
async function readWithout(arrivals: readonly Arrival[]): Promise<Record<string, unknown>> {
  const own = await emptyDatabase(inject('mongodbUri'), 'erasure-without');
  const api = await startTestApi(own);
  const statuses = await api.ingest(arrivals);
  expect(statuses.filter((status) => status !== 'ACCEPTED')).toEqual([]);
  await api.stop();
  await packHeat(own);
  const reader = await MongoClient.connect(own);
  const derived = await readDerived(reader.db());
  await reader.close();
  return derived;
}

test.each([51, 52])(
  'erasing a visitor leaves what a database holds that never saw them (seed %i)',
  async (seed) => {
    const visits = makeVisits(seed, 6);
    const visitor = visitorOf(visits[0] as Arrival);
    const others = visits.filter((batch) => visitorOf(batch) !== visitor);
    await ingest(visits, seed);
    const mine = await client.db().collection('sessions').find({ visitor }).toArray();
    expect(mine.length).toBeGreaterThan(0);
    expect(await packHeat(uri)).toBeGreaterThan(0);

    const report = await erase(`visitor: "${visitor}"`);

    expect(report.visitors).toBe(1);
    expect(report.remaining.length).toBeGreaterThanOrEqual(7);
    expect(report.remaining.filter(({ documents }) => documents > 0)).toEqual([]);
    expect(report.removed).toContainEqual({ collection: 'sessions', documents: mine.length });
    const batchesGone = visits.length - others.length;
    expect(report.removed).toContainEqual({ collection: 'batches', documents: batchesGone });
    expect(await readDerived(client.db())).toEqual(await readWithout(others));
    const names = mine.map(({ session }) => String(session));
    expect(await findMentions(client.db(), [visitor, ...names])).toEqual([]);
  },
  60_000,
);

test('others may go on arriving, and what of the erased comes late changes nothing', async () => {
  const visits = makeVisits(54, 8);
  const visitor = visitorOf(visits[0] as Arrival);
  const mine = visits.filter((batch) => visitorOf(batch) === visitor);
  const others = visits.filter((batch) => visitorOf(batch) !== visitor);
  const late = mine.splice(1, 2);
  const known = others.slice(0, others.length / 2);
  await ingest([...mine, ...known], 54);
  const [report] = await Promise.all([
    erase(`visitor: "${visitor}"`),
    ingest([...others.slice(known.length), ...late], 55),
  ]);
  expect(report.remaining.filter(({ documents }) => documents > 0)).toEqual([]);
  expect(await apis[1]?.ingest([...late, ...mine])).toEqual(
    [...late, ...mine].map(() => 'ACCEPTED'),
  );
  await packHeat(uri);
  expect(await readDerived(client.db())).toEqual(await readWithout(others));
  expect(await findMentions(client.db(), [visitor])).toEqual([]);
}, 60_000);

test('a rebuild that runs meanwhile brings nobody back', async () => {
  const visits = makeVisits(56, 6);
  const visitor = visitorOf(visits[0] as Arrival);
  await ingest(visits, 56);
  const store = await openStore(uri);
  const part = await takePart(store);
  let erasing: Promise<Report> | null = null;
  await rebuildSite({ store, part, aggregates }, 'shop', {
    onSession: () => {
      erasing ??= erase(`visitor: "${visitor}"`);
    },
  });
  await erasing;
  await part.release();
  await store.close();
  await packHeat(uri);
  const others = visits.filter((batch) => visitorOf(batch) !== visitor);
  expect(await readDerived(client.db())).toEqual(await readWithout(others));
  expect(await findMentions(client.db(), [visitor])).toEqual([]);
}, 60_000);

const day = Date.parse('2026-03-02T10:00:00Z');

function visit(who: { visitor: string; session: string; user?: string; url: string }): Arrival {
  const view = makeView({ ...who, startedAt: day });
  const element = view.element({ tag: 'button', id: `for-${who.session}`, path: 'main > button' });
  for (let i = 0; i < 20; i++) view.move(i * 50, 100 + i * 10, 200);
  for (let i = 0; i < 6; i++) view.press({ t: 1_100 + i * 90, element, x: 50, y: 60, flags: 2 });
  view.event('hover', { t: 1_000, element, durationMs: 2_000, clicked: 1 });
  return makeArrival(view.take(), { receivedAt: day + 2_000 });
}

test('a page and a button that nobody else saw are forgotten, out of packed days as well', async () => {
  const other = visit({ visitor: 'bob', session: 'b1', url: 'https://shop.test/cart' });
  const mine = visit({ visitor: 'ann', session: 'a1', url: 'https://shop.test/secret-garden' });
  await apis[0]?.ingest([other]);
  await apis[1]?.ingest([mine]);
  expect(await packHeat(uri)).toBeGreaterThan(0);
  const words = ['secret-garden', 'for-a1', makeId('ann', 16), makeId('a1', 16)];
  expect((await findMentions(client.db(), words)).length).toBeGreaterThan(20);

  await erase(`visitor: "${makeId('ann', 16)}"`);

  expect(await findMentions(client.db(), words)).toEqual([]);
});

test('a user is erased on every browser that was ever theirs', async () => {
  const url = 'https://shop.test/';
  await apis[0]?.ingest([
    visit({ visitor: 'phone', session: 'p1', user: 'ann@shop', url }),
    visit({ visitor: 'phone', session: 'p2', url }),
    visit({ visitor: 'laptop', session: 'l1', user: 'ann@shop', url }),
    visit({ visitor: 'other', session: 'o1', user: 'bob@shop', url }),
  ]);
  const report = await erase('user: "ann@shop"');
  expect(report.visitors).toBe(2);
  expect(await client.db().collection('sessions').distinct('user')).toEqual(['bob@shop']);
  const words = ['ann@shop', makeId('phone', 16), makeId('laptop', 16)];
  expect(await findMentions(client.db(), words)).toEqual([]);
});

test('dead letters of the erased go as well, and no more are kept', async () => {
  const mine = visit({ visitor: 'ann', session: 'a1', url: 'https://shop.test/' });
  const other = visit({ visitor: 'bob', session: 'b1', url: 'https://shop.test/' });
  const bury = (batch: Arrival) =>
    apis[0]?.ask(
      `mutation ($letters: [DeadLetterInput!]!) { deadLetter(letters: $letters) }`,
      {
        letters: [
          { site: 'shop', receivedAt: new Date(day), reason: 'too often', body: batch.body },
        ],
      },
      'the-collector-alone-knows-this',
    );
  await bury(mine);
  await bury(other);
  const letters = client.db().collection('deadLetters');
  expect(await letters.countDocuments()).toBe(2);
  const report = await erase(`visitor: "${makeId('ann', 16)}"`);
  expect(report.removed).toEqual([{ collection: 'deadLetters', documents: 1 }]);
  await bury(mine);
  expect(await letters.find().toArray()).toMatchObject([{ body: other.body }]);
});

test('whoever asks must say who is meant, once, and must be the owner', async () => {
  for (const args of ['site: "shop"', 'visitor: "a", user: "b"']) {
    await expect(erase(args)).rejects.toThrow(/BAD_USER_INPUT/);
  }
  await expect(erase('site: "nowhere", visitor: "a"')).rejects.toThrow(/NOT_FOUND/);
});
