import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { decodeBatch } from '../../schema/wire/decode.ts';
import { makeLog } from '../log.ts';
import { makeArrival, makeView } from '../testing/make-batch.ts';
import { makeVisits } from '../testing/random-visits.ts';
import { emptyDatabase, startTestApi, type TestApi } from '../testing/start-test-api.ts';
import { subscribe } from '../testing/subscribe.ts';

let uri: string;
let api: TestApi;
const lines: string[] = [];

beforeAll(async () => {
  uri = await emptyDatabase(inject('mongodbUri'), 'operations-test');
  api = await startTestApi(uri, {
    log: makeLog('debug', { write: (line) => void lines.push(line) }),
  });
});

afterAll(() => api.stop());

async function readMetrics(url = api.api.url, token?: string): Promise<Map<string, number>> {
  const headers = token ? { authorization: `Bearer ${token}` } : {};
  const response = await fetch(`${url}/metrics`, { headers });
  expect(response.status).toBe(200);
  const text = await response.text();
  const samples = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    samples.map((line) => {
      const at = line.lastIndexOf(' ');
      return [line.slice(0, at), Number(line.slice(at + 1))];
    }),
  );
}

test('metrics tell what was taken in, refused and asked', async () => {
  const visits = makeVisits(61, 3);
  await api.ingest(visits);
  await api.ingest(visits.slice(0, 2));
  const [first] = visits;
  await api.ingest([{ ...first, body: 'AAAA' } as (typeof visits)[number]]);
  await api.ask('{ sessions(first: 1) { nodes { sessionId } } }');
  await api.ask('{ session(id: "nobody") { sessionId } }');
  const metrics = await readMetrics();
  expect(metrics.get('trailgraph_batches_total{outcome="accepted"}')).toBe(visits.length);
  expect(metrics.get('trailgraph_batches_total{outcome="duplicate"}')).toBe(2);
  expect(metrics.get('trailgraph_batches_total{outcome="rejected"}')).toBe(1);
  expect(metrics.get('trailgraph_commit_seconds_count')).toBeGreaterThanOrEqual(2);
  expect(metrics.get('trailgraph_commit_batches_sum')).toBe(visits.length + 2);
  expect(metrics.get('trailgraph_batch_age_seconds_count')).toBe(visits.length);
  expect(metrics.get('trailgraph_backlog_batches')).toBe(0);
  expect(metrics.get('trailgraph_dead_letters')).toBe(1);
  expect(metrics.get('trailgraph_subscribers')).toBe(0);
  const timed = 'trailgraph_operation_seconds_count{kind="query",field="sessions",outcome="ok"}';
  expect(metrics.get(timed)).toBe(1);
  expect(metrics.get('process_resident_memory_bytes')).toBeGreaterThan(0);
});

test('what browsers had to drop is counted once, however often they tell of it', async () => {
  const view = makeView({ session: 'full', visitor: 'full', startedAt: Date.now() });
  const told = makeArrival(view.lose(120, 3).take(), { receivedAt: Date.now() });
  await api.ingest([told]);
  await api.ingest([told]);
  const metrics = await readMetrics();
  expect(metrics.get('trailgraph_lost_total{what="moves"}')).toBe(120);
  expect(metrics.get('trailgraph_lost_total{what="events"}')).toBe(3);
  const { data } = await api.ask<{ session: object }>(
    `{ session(id: "${view.sessionId}") { lostMoves lostEvents } }`,
  );
  expect(data?.session).toEqual({ lostMoves: 120, lostEvents: 3 });
});

test('a subscriber is counted while it listens, and the stream is not far behind', async () => {
  const live = subscribe(api.api.url, 'subscription { sessionChanged { sessionId } }');
  await vi.waitFor(async () => expect((await readMetrics()).get('trailgraph_subscribers')).toBe(1));
  await live.stop();
  await vi.waitFor(async () => expect((await readMetrics()).get('trailgraph_subscribers')).toBe(0));
  expect((await readMetrics()).get('trailgraph_change_stream_lag_seconds')).toBeLessThan(30);
});

test('no line of the log has anything of who was there', async () => {
  const visits = makeVisits(62, 2);
  await api.ingest(visits);
  await api.ingest([{ ...visits[0], body: 'AAAA' } as (typeof visits)[number]]);
  await api.ask('{ sessions(first: 1) { nodes { sessionId nonsense } } }');
  const batches = visits.map(({ body }) => decodeBatch(Buffer.from(body, 'base64')));
  const personal = batches.flatMap(({ visitor, session, page }) => [
    visitor,
    session,
    ...(page ? [page.url, page.user].filter((text) => text !== '') : []),
  ]);
  expect(personal.length).toBeGreaterThan(4);
  const all = lines.join('');
  expect([...personal, '127.0.0.1'].filter((word) => all.includes(word))).toEqual([]);
});

test('beyond local mode, metrics are for who has their token, or the owner', async () => {
  const guarded = await startTestApi(uri, {
    localMode: false,
    ownerToken: 'the-owner-alone-knows-this',
    metricsToken: 'prometheus-knows-this',
  });
  const { url } = guarded.api;
  for (const token of [undefined, 'wrong', 'the-collector-alone-knows-this']) {
    const headers = token ? { authorization: `Bearer ${token}` } : {};
    expect((await fetch(`${url}/metrics`, { headers })).status).toBe(401);
  }
  await readMetrics(url, 'prometheus-knows-this');
  await readMetrics(url, 'the-owner-alone-knows-this');
  const { errors } = await guarded.ask('{ sites { siteId } }', {}, 'prometheus-knows-this');
  expect(errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  await guarded.stop();
});

test('with its database, a process is live and ready', async () => {
  for (const path of ['/health', '/health/live', '/health/ready']) {
    const response = await fetch(`${api.api.url}${path}`);
    expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }]);
  }
});
