import { MongoClient } from 'mongodb';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { readDerived } from '../testing/derived-documents.ts';
import { makeRandom, makeVisits, shuffle } from '../testing/random-visits.ts';
import { emptyDatabase, startTestApi, type TestApi } from '../testing/start-test-api.ts';
import { defaultLimits } from './committer.ts';
import { ThreadedLane } from './threaded-lane.ts';

const metricsToken = 'for-metrics-alone';
let client: MongoClient;
let uri: string;
let api: TestApi;

beforeEach(async () => {
  uri = await emptyDatabase(inject('mongodbUri'), 'threads-test');
  client = await MongoClient.connect(uri);
  api = await startTestApi(uri, { ingestThreads: 2, metricsToken });
});

afterEach(async () => {
  await api.stop();
  await client.close();
});

const heldParts = () =>
  client
    .db()
    .collection('parts')
    .find({ owner: { $ne: null } })
    .toArray();

test('threads derive what one thread does, whatever the order, and count each batch once', async () => {
  const visits = makeVisits(71, 8);
  const shuffled = shuffle([...visits, ...visits.slice(0, 20)], makeRandom(7));
  const calls = [];
  for (let i = 0; i < shuffled.length; i += 9) calls.push(api.ingest(shuffled.slice(i, i + 9)));
  const statuses = (await Promise.all(calls)).flat();
  expect(statuses.filter((status) => status === 'ACCEPTED')).toHaveLength(visits.length);
  expect(statuses.filter((status) => status === 'DUPLICATE')).toHaveLength(20);
  // One for each thread, and one for what is done beside.
  expect(await heldParts()).toHaveLength(3);
  const derived = await readDerived(client.db());
  const plainUri = await emptyDatabase(inject('mongodbUri'), 'threads-plain');
  const plain = await startTestApi(plainUri);
  await plain.ingest(visits);
  await plain.stop();
  const reader = await MongoClient.connect(plainUri);
  expect(derived).toEqual(await readDerived(reader.db()));
  await reader.close();
});

test('what threads commit shows in the metrics', async () => {
  const visits = makeVisits(72, 3);
  await api.ingest(visits);
  const answer = await fetch(`${api.api.url}/metrics`, {
    headers: { authorization: `Bearer ${metricsToken}` },
  });
  const text = await answer.text();
  expect(text).toContain(`trailgraph_commit_batches_sum ${visits.length}\n`);
  expect(text).toContain(`trailgraph_batch_age_seconds_count ${visits.length}\n`);
  expect(text).toContain('trailgraph_backlog_batches 0\n');
});

test('a thread that cannot start says why', async () => {
  const mongodbUri = 'mongodb://127.0.0.1:9/?serverSelectionTimeoutMS=200';
  const settings = { mongodbUri, limits: defaultLimits, logLevel: 'silent' };
  await expect(ThreadedLane.start(settings, () => undefined)).rejects.toThrow('127.0.0.1:9');
});
