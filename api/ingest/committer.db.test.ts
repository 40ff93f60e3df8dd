import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { makeLog } from '../log.ts';
import { type PartLease, takePart } from '../parts/lease.ts';
import { ensureSite } from '../sites/save-site.ts';
import { batches } from '../store/batches.ts';
import { deadLetters } from '../store/dead-letters.ts';
import { openStore, type Store } from '../store/open-store.ts';
import { readDerived } from '../testing/derived-documents.ts';
import { makeVisits } from '../testing/random-visits.ts';
import { emptyDatabase } from '../testing/start-test-api.ts';
import type { Aggregate } from './aggregate.ts';
import { aggregates } from './aggregates.ts';
import { CommitLanes } from './commit-lanes.ts';
import { Committer } from './committer.ts';
import type { IncomingBatch } from './incoming-batch.ts';
import { parseBatch } from './parse-batch.ts';

let store: Store;
let part: PartLease;

beforeEach(async () => {
  store = await openStore(await emptyDatabase(inject('mongodbUri'), 'committer-test'));
  await ensureSite(store, { siteId: 'shop' });
  part = await takePart(store);
});

afterEach(async () => {
  await part.release();
  await store.close();
});

const silent = makeLog('silent');
const limits = { commitBatches: 100, gatherMs: 1 };

function makeIncoming(seed: number, sessions: number): IncomingBatch[] {
  return makeVisits(seed, sessions).map((arrival) => {
    const parsed = parseBatch(arrival, 0);
    if (!parsed.ok) throw new Error(parsed.letter.reason);
    return parsed.incoming;
  });
}

const countStored = () => batches.in(store.db).countDocuments();

test('stopping finishes what was accepted, and refuses what comes after', async () => {
  const one = new Committer({ store, part, aggregates }, silent, { ...limits, gatherMs: 50 });
  const committer = new CommitLanes([one]);
  const [late, ...incoming] = makeIncoming(1, 3);
  if (!late) throw new Error('no batch');
  const answer = committer.commit(incoming);
  await committer.stop();
  expect(await countStored()).toBe(incoming.length);
  expect(new Set((await answer).map(({ status }) => status))).toEqual(new Set(['ACCEPTED']));
  expect(await committer.commit([late])).toEqual([
    { status: 'RETRY', reason: 'The API is stopping.' },
  ]);
});

test('a commit that fails half-way leaves nothing, and is answered RETRY', async () => {
  let failures = 1;
  const failing: PartLease = {
    ...part,
    // Last but one: batches, views, events and sessions are written, shared counters are not.
    claim: async (tx) => {
      if (failures-- > 0) throw new Error('the power went out');
      return part.claim(tx);
    },
  };
  const committer = new Committer({ store, part: failing, aggregates }, silent, limits);
  const incoming = makeIncoming(2, 2);
  const statuses = (await committer.commit(incoming)).map(({ status }) => status);
  expect(new Set(statuses)).toEqual(new Set(['RETRY']));
  const derived = await readDerived(store.db);
  expect(derived).toMatchObject({ batches: [], views: [], sessions: [], events: [], pages: {} });
  const again = (await committer.commit(incoming)).map(({ status }) => status);
  expect(new Set(again)).toEqual(new Set(['ACCEPTED']));
});

test('a batch that can not be projected becomes a dead letter, and its company is taken', async () => {
  const incoming = makeIncoming(3, 3);
  const culprit = incoming[0]?.batch.session;
  const choking: Aggregate = {
    name: 'choking',
    fromFact: (fact, view) => {
      if (view.session === culprit && fact.kind === 'scroll') throw new Error('choked');
      return [];
    },
  };
  const context = { store, part, aggregates: [...aggregates, choking] };
  const outcomes = await new Committer(context, silent, limits).commit(incoming);
  const statusesOf = (mine: boolean) =>
    incoming.flatMap(({ batch }, i) => ((batch.session === culprit) === mine ? [outcomes[i]] : []));
  const others = statusesOf(false).map((outcome) => outcome?.status);
  expect(new Set(others)).toEqual(new Set(['ACCEPTED']));
  const rejected = statusesOf(true).filter((outcome) => outcome?.status === 'REJECTED');
  expect(rejected.length).toBeGreaterThan(0);
  const letters = await deadLetters.in(store.db).find().toArray();
  expect(letters.length).toBe(rejected.length);
  expect(letters[0]).toMatchObject({ site: 'shop', reason: 'choked' });
});

test('whoever lost its lease takes another part and commits under that one', async () => {
  const committer = new Committer({ store, part, aggregates }, silent, limits);
  await store.db
    .collection('parts')
    .updateOne({ owner: { $ne: null } }, { $set: { owner: 'someone else' } });
  const outcomes = await committer.commit(makeIncoming(4, 1));
  expect(new Set(outcomes.map(({ status }) => status))).toEqual(new Set(['ACCEPTED']));
  const counted = await store.db.collection('pages').findOne();
  expect(counted?.['part']).toBe(1);
});
