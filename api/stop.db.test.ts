import { MongoClient } from 'mongodb';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { beginErasure } from './erasure/begin-erasure.ts';
import { finishErasure } from './erasure/erase-visitor.ts';
import { resumeErasures } from './erasure/resume-erasures.ts';
import { aggregates } from './ingest/aggregates.ts';
import { takePart } from './parts/lease.ts';
import { openStore } from './store/open-store.ts';
import { sites } from './store/sites.ts';
import { findMentions } from './testing/find-mentions.ts';
import { makeArrival, makeId, makeView } from './testing/make-batch.ts';
import { makeVisits } from './testing/random-visits.ts';
import { emptyDatabase, startTestApi } from './testing/start-test-api.ts';

let client: MongoClient;
let uri: string;

beforeEach(async () => {
  uri = await emptyDatabase(inject('mongodbUri'), 'stop-test');
  client = await MongoClient.connect(uri);
});

afterEach(() => client.close());

test.each([0, 2])(
  'a process with %i threads that is told to stop finishes what it accepted, and takes no more',
  async (ingestThreads) => {
    const visits = makeVisits(91, 20);
    const api = await startTestApi(uri, { ingestThreads, commitLimits: { commitBatches: 5 } });
    const calls = visits.map((batch) => api.ingest([batch]).catch(() => ['no answer']));
    // Some are answered, some wait for their commit, some have not been read.
    await Promise.race(calls);
    await api.stop();
    const answers = (await Promise.all(calls)).flat();
    const accepted = answers.filter((status) => status === 'ACCEPTED').length;
    expect(accepted).toBeGreaterThan(0);
    expect(await client.db().collection('batches').countDocuments()).toBe(accepted);
    const leases = await client
      .db()
      .collection('parts')
      .find({ owner: { $ne: null } })
      .toArray();
    expect(leases).toEqual([]);

    const successor = await startTestApi(uri);
    const again = await Promise.all(visits.map((batch) => successor.ingest([batch])));
    await successor.stop();
    expect(again.flat().filter((status) => status === 'DUPLICATE')).toHaveLength(accepted);
    expect(await client.db().collection('batches').countDocuments()).toBe(visits.length);
  },
);

test('an erasure that was interrupted is finished by another process', async () => {
  const day = Date.parse('2026-03-02T10:00:00Z');
  const visits = Array.from({ length: 6 }, (_, i) => {
    const view = makeView({ visitor: 'ann', session: `a${i}`, startedAt: day + i * 86_400_000 });
    for (let n = 0; n < 20; n++) view.move(n * 50, n * 9, 40);
    return makeArrival(view.take(), { receivedAt: day + i * 86_400_000 + 1_000 });
  });
  const api = await startTestApi(uri);
  await api.ingest(visits);
  const visitor = makeId('ann', 16);
  const store = await openStore(uri);
  const part = await takePart(store);
  const context = { store, part, aggregates };
  const site = await sites.in(store.db).findOne({ site: 'shop' });
  if (!site) throw new Error('no site');
  const erasures = client.db().collection('erasures');

  await beginErasure(store, 'shop', [visitor]);
  const stop = new AbortController();
  const reports = finishErasure(context, site, visitor, stop.signal);
  const begun = () => erasures.findOne({ 'removed.sessions': { $gte: 2 } });
  await expect.poll(begun, { timeout: 15_000, interval: 5 }).not.toBeNull();
  stop.abort();
  await expect(reports).rejects.toThrow(/abort/);
  expect(await client.db().collection('sessions').countDocuments()).toBeGreaterThan(0);

  // Somebody may still be at it: only one that has been silent for a minute is taken up.
  await resumeErasures.run(context, new AbortController().signal);
  expect(await erasures.countDocuments()).toBe(1);
  await erasures.updateMany({}, { $set: { touchedAt: new Date(Date.now() - 61_000) } });
  await resumeErasures.run(context, new AbortController().signal);
  expect(await erasures.countDocuments()).toBe(0);
  expect(await findMentions(client.db(), [visitor])).toEqual([]);
  expect(await api.ingest(visits.slice(0, 1))).toEqual(['ACCEPTED']);
  expect(await client.db().collection('batches').countDocuments()).toBe(0);
  await part.release();
  await store.close();
  await api.stop();
});
