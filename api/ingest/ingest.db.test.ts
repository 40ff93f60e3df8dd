import { MongoClient } from 'mongodb';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { visitorHash } from '../erasure/visitor-hash.ts';
import { readDerived } from '../testing/derived-documents.ts';
import { makeRandom, makeVisits, shuffle } from '../testing/random-visits.ts';
import { emptyDatabase, startTestApi, type TestApi } from '../testing/start-test-api.ts';

let client: MongoClient;
let uri: string;
let running: TestApi[];

beforeEach(async () => {
  uri = await emptyDatabase(inject('mongodbUri'), 'ingest-test');
  client = await MongoClient.connect(uri);
  running = [];
});

afterEach(async () => {
  for (const api of running) await api.stop();
  await client.close();
});

async function start(options: Parameters<typeof startTestApi>[1] = {}): Promise<TestApi> {
  const api = await startTestApi(uri, options);
  running.push(api);
  return api;
}

/** What the documents are when all comes once, in order. */
async function readPlain(visits: ReturnType<typeof makeVisits>): Promise<unknown> {
  const own = await emptyDatabase(inject('mongodbUri'), 'ingest-plain');
  const plain = await startTestApi(own);
  await plain.ingest(visits);
  await plain.stop();
  const reader = await MongoClient.connect(own);
  const derived = await readDerived(reader.db());
  await reader.close();
  return derived;
}

test('a batch that comes five times at once is taken once', async () => {
  const api = await start();
  const [first] = makeVisits(1, 1);
  if (!first) throw new Error('no batch');
  const statuses = await Promise.all(Array.from({ length: 5 }, () => api.ingest([first])));
  expect(statuses.flat().sort()).toEqual([
    'ACCEPTED',
    'DUPLICATE',
    'DUPLICATE',
    'DUPLICATE',
    'DUPLICATE',
  ]);
  expect(await client.db().collection('batches').countDocuments()).toBe(1);
  const derived = await readDerived(client.db());
  await api.ingest([first, first]);
  expect(await readDerived(client.db())).toEqual(derived);
});

test('two processes that get the same batches count each once', async () => {
  const visits = makeVisits(2, 4);
  const apis = [await start(), await start()];
  const statuses = await Promise.all(
    visits.flatMap((batch) => apis.map((api) => api.ingest([batch]))),
  );
  const accepted = statuses.flat().filter((status) => status === 'ACCEPTED');
  expect(accepted).toHaveLength(visits.length);
  expect(await readDerived(client.db())).toEqual(await readPlain(visits));
});

test.each([3, 4, 5, 6])('the order of arrival cannot show (seed %i)', async (seed) => {
  const visits = makeVisits(seed, 5);
  const random = makeRandom(seed * 7);
  const again = shuffle(visits, random).slice(0, 10);
  const disordered = shuffle([...visits, ...again], random);
  const apis = [await start(), await start()];
  while (disordered.length > 0) {
    const group = disordered.splice(0, 1 + random(6));
    const calls = group.map((batch) => apis[random(2)]?.ingest([batch]));
    await Promise.all(calls);
  }
  expect(await readDerived(client.db())).toEqual(await readPlain(visits));
});

test('calls that arrive together share a commit', async () => {
  const api = await start({ commitLimits: { gatherMs: 20 } });
  const visits = makeVisits(7, 20);
  await Promise.all(visits.map((batch) => api.ingest([batch])));
  const parts = await client.db().collection('parts').find().toArray();
  expect(visits.length).toBeGreaterThan(60);
  // One write a lane is the lease's taking; a commit each would be one a batch.
  const writes = parts.reduce((sum, part) => sum + Number(part['writes']), 0);
  expect(writes).toBeLessThan(visits.length / 3);
});

test('more than may wait is answered RETRY, and is taken when it comes again', async () => {
  const api = await start({ commitLimits: { waitingBatches: 10, commitBatches: 5 } });
  const visits = makeVisits(8, 10);
  const statuses = await api.ingest(visits);
  expect(statuses.filter((status) => status === 'ACCEPTED')).toHaveLength(10);
  const rest = visits.filter((_, i) => statuses[i] === 'RETRY');
  expect(rest).toHaveLength(visits.length - 10);
  while (rest.length > 0) await api.ingest(rest.splice(0, 10));
  expect(await readDerived(client.db())).toEqual(await readPlain(visits));
});

test('a malformed batch, or one for a site that is not known, is kept as a dead letter; its company is taken', async () => {
  const api = await start();
  const [good] = makeVisits(10, 1);
  if (!good) throw new Error('no batch');
  const cut = { ...good, body: good.body.slice(0, 40) };
  const [stranger] = makeVisits(11, 1);
  if (!stranger) throw new Error('no batch');
  await client
    .db()
    .collection('sites')
    .updateOne({ site: 'shop' }, { $set: { site: 'other' } });
  expect(await api.ingest([stranger])).toEqual(['REJECTED']);
  await client
    .db()
    .collection('sites')
    .updateOne({ site: 'other' }, { $set: { site: 'shop' } });
  expect(await api.ingest([cut, good])).toEqual(['REJECTED', 'ACCEPTED']);
  const letters = await client.db().collection('deadLetters').find().sort({ _id: 1 }).toArray();
  expect(letters.map(({ reason }) => reason)).toEqual([
    'Site "shop" is not known.',
    expect.stringMatching(/is cut off/),
  ]);
});

test('late batches of an erased visitor are taken and dropped', async () => {
  const api = await start();
  const [batch] = makeVisits(12, 1);
  if (!batch) throw new Error('no batch');
  expect(await api.ingest([batch])).toEqual(['ACCEPTED']);
  const stored = await client.db().collection('batches').findOne();
  await client
    .db()
    .collection('tombstones')
    .insertOne({
      site: 'shop',
      visitorHash: visitorHash({ site: 'shop', visitor: stored?.['visitor'] }),
      erasedAt: new Date(),
    });
  await client.db().collection('batches').deleteMany({});
  expect(await api.ingest([batch])).toEqual(['ACCEPTED']);
  expect(await client.db().collection('batches').countDocuments()).toBe(0);
  expect(await client.db().collection('deadLetters').countDocuments()).toBe(0);
});
