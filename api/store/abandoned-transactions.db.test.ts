import { Binary, MongoClient } from 'mongodb';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { makeLog } from '../log.ts';
import { emptyDatabase } from '../testing/start-test-api.ts';
import { AbandonedTransactions, followStandstills } from './abandoned-transactions.ts';
import { openStore, type Store } from './open-store.ts';
import { runTransaction } from './transaction.ts';

let uri: string;
let store: Store;
let gone: MongoClient;
let watch: AbandonedTransactions;

beforeEach(async () => {
  uri = await emptyDatabase(inject('mongodbUri'), 'abandoned-test');
  store = await openStore(uri);
  gone = await MongoClient.connect(uri, { appName: store.appName });
  await store.db.collection<{ _id: string; n: number }>('probe').deleteMany({});
  await store.db.collection<{ _id: string; n: number }>('probe').insertOne({ _id: 'a', n: 0 });
  watch = new AbandonedTransactions(store, makeLog('silent'), { idleMs: 1_000, lookEveryMs: 50 });
  watch.start();
});

afterEach(async () => {
  await watch.stop();
  await gone.close();
  await store.close();
});

/** Writes in a transaction, and leaves it open: as a process does that is killed in the middle. */
async function leaveOpen(): Promise<void> {
  const session = gone.startSession();
  session.startTransaction();
  await gone
    .db()
    .collection('probe')
    .updateOne({ n: 0 }, { $inc: { n: 100 } }, { session });
}

const increment = () =>
  runTransaction(
    store,
    ({ db, session }) => db.collection('probe').updateOne({}, { $inc: { n: 1 } }, { session }),
    200,
  );

test('what a killed process held is free after moments, and nothing of it is there', async () => {
  await leaveOpen();
  const begun = performance.now();
  await increment();
  // MongoDB by itself takes a minute.
  expect(performance.now() - begun).toBeLessThan(20_000);
  expect(await store.db.collection('probe').findOne()).toMatchObject({ n: 1 });
});

test('a transaction that works is left alone, however long it takes: only standing still counts', () => {
  const session = new Binary(Buffer.alloc(16, 7));
  const name = session.toString('hex');
  const first = followStandstills(new Map(), [{ session, activeMicros: 5 }], 1_000);
  const second = followStandstills(first, [{ session, activeMicros: 5 }], 2_000);
  expect(second.get(name)?.sinceMs).toBe(1_000);
  const worked = followStandstills(second, [{ session, activeMicros: 6 }], 3_000);
  expect(worked.get(name)?.sinceMs).toBe(3_000);
  expect(followStandstills(worked, [], 4_000).size).toBe(0);
});
