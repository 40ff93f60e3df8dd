import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { openStore, type Store } from '../../api/store/open-store.ts';
import { makeVisits } from '../../api/testing/random-visits.ts';
import {
  type Arrival,
  emptyDatabase,
  ingestSecret,
  startTestApi,
  type TestApi,
} from '../../api/testing/start-test-api.ts';
import { dropLetters, findLetters } from './letters.ts';
import { replayLetters } from './replay-letters.ts';

let api: TestApi;
let store: Store;

beforeEach(async () => {
  const uri = await emptyDatabase(inject('mongodbUri'), 'dead-letters-test');
  api = await startTestApi(uri);
  store = await openStore(uri);
});

afterEach(async () => {
  await store.close();
  await api.stop();
});

const replay = (choice = {}) => replayLetters(store, choice, { apiUrl: api.api.url, ingestSecret });

const ascending = (a: number, b: number) => a - b;

/** A tracker that was set up before its site was. */
function lostVisits(): Arrival[] {
  return makeVisits(71, 2);
}

async function buryAll(visits: readonly Arrival[]): Promise<void> {
  await store.db.collection('sites').updateMany({}, { $set: { site: 'another' } });
  expect(new Set(await api.ingest(visits))).toEqual(new Set(['REJECTED']));
}

test('what was refused for want of its site is taken in once the site is there, with all that was known', async () => {
  const visits = lostVisits();
  await buryAll(visits);
  expect(await findLetters(store, { site: 'shop', reason: 'not known' }).toArray()).toHaveLength(
    visits.length,
  );
  expect(await replay()).toMatchObject({ ACCEPTED: 0, REJECTED: visits.length });
  await store.db.collection('sites').updateMany({}, { $set: { site: 'shop' } });
  const replayed = await replay({ site: 'shop' });
  expect(replayed).toEqual({
    ACCEPTED: visits.length,
    DUPLICATE: 0,
    REJECTED: 0,
    RETRY: 0,
    unreadable: 0,
  });
  expect(await findLetters(store, {}).toArray()).toEqual([]);
  const stored = await store.db.collection('batches').find().toArray();
  expect(stored).toHaveLength(visits.length);
  expect(stored[0]?.['context']).toMatchObject({ country: 'DE', browser: 'Firefox' });
  expect(stored.map(({ receivedAt }) => receivedAt.getTime()).sort(ascending)).toEqual(
    visits.map(({ receivedAt }) => receivedAt).sort(ascending),
  );
});

test('a letter of which the body alone is known is replayed too, and a repetition harms nothing', async () => {
  const [batch] = lostVisits();
  if (!batch) throw new Error('no batch');
  await api.ingest([batch]);
  const letter = { site: 'shop', receivedAt: new Date(batch.receivedAt), reason: 'too often' };
  await store.db.collection('deadLetters').insertMany([
    { ...letter, body: batch.body },
    { ...letter, body: 'no batch at all!' },
  ]);
  expect(await replay()).toMatchObject({ DUPLICATE: 1, unreadable: 1 });
  expect(await findLetters(store, {}).toArray()).toMatchObject([{ body: 'no batch at all!' }]);
});

test('some are dropped, by site, reason and date', async () => {
  await buryAll(lostVisits());
  expect(await dropLetters(store, { site: 'shop', reason: 'out of (memory)' })).toBe(0);
  expect(await dropLetters(store, { before: new Date('2020-01-01') })).toBe(0);
  expect(await dropLetters(store, { reason: '"shop" is NOT known.' })).toBeGreaterThan(0);
  expect(await findLetters(store, {}).toArray()).toEqual([]);
});

test('without an API nothing is lost', async () => {
  await buryAll(lostVisits());
  const before = await findLetters(store, {}).toArray();
  const nowhere = { apiUrl: 'http://127.0.0.1:9', ingestSecret };
  await expect(replayLetters(store, {}, nowhere)).rejects.toThrow();
  await expect(
    replayLetters(store, {}, { apiUrl: api.api.url, ingestSecret: 'wrong' }),
  ).rejects.toThrow();
  expect(await findLetters(store, {}).toArray()).toEqual(before);
});
