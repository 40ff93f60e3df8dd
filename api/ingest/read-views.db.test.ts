import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { type PartLease, takePart } from '../parts/lease.ts';
import { ensureSite } from '../sites/save-site.ts';
import { openStore, type Store } from '../store/open-store.ts';
import { views } from '../store/views.ts';
import { makeArrival, makeId, makeView, type ViewScript } from '../testing/make-batch.ts';
import { emptyDatabase } from '../testing/start-test-api.ts';
import { aggregates } from './aggregates.ts';
import { commitBatches } from './commit-batches.ts';
import { foldView, unfolded } from './fold-view.ts';
import type { IncomingBatch } from './incoming-batch.ts';
import { parseBatch } from './parse-batch.ts';
import { readViews } from './read-views.ts';
import { SessionCache } from './session-cache.ts';

const startedAt = Date.parse('2026-03-02T10:00:00Z');
const rules = { rageRule: 'default', deadClickMs: 5_000 } as const;
let store: Store;
let part: PartLease;

beforeEach(async () => {
  store = await openStore(await emptyDatabase(inject('mongodbUri'), 'read-views-test'));
  await ensureSite(store, { siteId: 'shop' });
  part = await takePart(store);
});

afterEach(async () => {
  await part.release();
  await store.close();
});

function takeBatch(view: ViewScript): IncomingBatch {
  const parsed = parseBatch(makeArrival(view.take(), { receivedAt: startedAt }), startedAt);
  if (!parsed.ok) throw new Error(parsed.letter.reason);
  return parsed.incoming;
}

/** A view's batches, each with movement and a press. */
function makeBatches(name: string, count: number): IncomingBatch[] {
  const view = makeView({ session: 's', visitor: 'v', view: name, startedAt, sentAt: startedAt });
  return Array.from({ length: count }, (_, i) => {
    view.move(i * 2_000, 10 * i, 20).press({ t: i * 2_000 + 500, x: 10 * i, y: 20 });
    return takeBatch(view);
  });
}

const commit = (batches: readonly IncomingBatch[], cache = new SessionCache()) =>
  commitBatches({ store, part, aggregates }, batches, cache);

const foldWhole = (batches: readonly IncomingBatch[]) =>
  JSON.parse(JSON.stringify(foldView(unfolded, [], batches, rules).view.state));

async function findStored(name: string) {
  const stored = await views.in(store.db).findOne({ view: makeId(name, 8) });
  if (!stored) throw new Error('no view');
  const [read] = await readViews(store, [stored], () => rules);
  return { stored, read };
}

test('whatever part of a view is stored, what is read is all of it', async () => {
  const batches = makeBatches('one', 11);
  const cache = new SessionCache();
  const behind = new Set<number>();
  for (const [i, batch] of batches.entries()) {
    await commit([batch], cache);
    const { stored, read } = await findStored('one');
    behind.add(i + 1 - stored.foldedTo);
    expect(read).toMatchObject({ nextSeq: i + 1, tip: null });
    expect(read?.state).toEqual(foldWhole(batches.slice(0, i + 1)));
  }
  expect(behind).toEqual(new Set([0, 1, 2, 3]));
});

test('a process that does not know the session goes on from there', async () => {
  const batches = makeBatches('one', 7);
  for (const batch of batches) await commit([batch]);
  expect((await findStored('one')).read?.state).toEqual(foldWhole(batches));
});

test('a state that was stored beyond a gap counts no more once the gap is closed', async () => {
  const batches = makeBatches('one', 6);
  const [first, second, ...later] = batches;
  if (!first || !second) throw new Error('no batch');
  const cache = new SessionCache();
  await commit([first, ...later.slice(0, 1)], cache);
  expect((await findStored('one')).read?.tip).not.toBeNull();
  await commit([second], cache);
  const { stored, read } = await findStored('one');
  expect(stored).toMatchObject({ foldedTo: 3, laterSeqs: [] });
  expect(read?.tip).toBeNull();
  expect(read?.state).toEqual(foldWhole(batches.slice(0, 3)));
});

test('a batch beyond a gap is not taken for one that follows', async () => {
  const [first, , third] = makeBatches('one', 3);
  if (!first || !third) throw new Error('no batch');
  await commit([first]);
  const [stored] = await views.in(store.db).find().toArray();
  await commit([third]);
  // As somebody reads it who found the view before the gap, and its batches after.
  const [read] = await readViews(store, stored ? [stored] : [], () => rules);
  expect(read).toMatchObject({ nextSeq: 1, tip: null });
  expect(read?.state).toEqual(foldWhole([first]));
});

test('a view that another follows is stored whole, and goes on all the same', async () => {
  const cache = new SessionCache();
  const batches = makeBatches('one', 9);
  for (const batch of batches.slice(0, 7)) await commit([batch], cache);
  expect((await findStored('one')).stored).toMatchObject({ foldedTo: 5, isOver: false });
  await commit(makeBatches('two', 1), cache);
  expect((await findStored('one')).stored).toMatchObject({ foldedTo: 7, isOver: true });
  for (const batch of batches.slice(7)) await commit([batch], cache);
  const { stored, read } = await findStored('one');
  expect(stored).toMatchObject({ foldedTo: 8, isOver: false });
  expect(read).toMatchObject({ nextSeq: 9 });
  expect(read?.state).toEqual(foldWhole(batches));
});
