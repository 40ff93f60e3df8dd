import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { openStore, type Store } from '../store/open-store.ts';
import { parts } from '../store/parts.ts';
import { runTransaction } from '../store/transaction.ts';
import { emptyDatabase } from '../testing/start-test-api.ts';
import { fenceCommits, takePart } from './lease.ts';

let store: Store;
beforeEach(async () => {
  store = await openStore(await emptyDatabase(inject('mongodbUri'), 'lease-test'));
});
afterEach(() => store.close());

const claim = (lease: Awaited<ReturnType<typeof takePart>>) =>
  runTransaction(store, (tx) => lease.claim(tx));

test('processes that start together get a part each', async () => {
  const leases = await Promise.all(Array.from({ length: 5 }, () => takePart(store)));
  const held = await Promise.all(leases.map(claim));
  expect(held.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4]);
  for (const lease of leases) await lease.release();
});

test('a part that was released, or whose time ran out, is taken again', async () => {
  const [first, second] = [await takePart(store), await takePart(store)];
  await first.release();
  const third = await takePart(store);
  expect(await claim(third)).toBe(0);
  await parts.in(store.db).updateOne({ _id: 1 }, { $set: { expiresAt: new Date(0) } });
  const fourth = await takePart(store);
  expect(await claim(fourth)).toBe(1);
  // Who held it before notices, and goes on under another.
  expect(await claim(second)).toBe(2);
  for (const lease of [second, third, fourth]) await lease.release();
});

test('a commit under way when a fence is put up runs again and sees what came with it', async () => {
  const lease = await takePart(store);
  const flags = store.db.collection<{ _id: string; up: boolean }>('flags');
  await flags.insertOne({ _id: 'flag', up: false });
  const seen: boolean[] = [];
  await runTransaction(store, async (tx) => {
    const flag = await flags.findOne({ _id: 'flag' }, { session: tx.session });
    seen.push(flag?.up ?? false);
    if (seen.length === 1) {
      await runTransaction(store, async (other) => {
        await flags.updateOne({ _id: 'flag' }, { $set: { up: true } }, { session: other.session });
        await fenceCommits(other);
      });
    }
    await lease.claim(tx);
  });
  expect(seen).toEqual([false, true]);
  await lease.release();
});
