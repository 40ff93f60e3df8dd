import { Long, MongoClient } from 'mongodb';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { makeToken } from '../auth/token.ts';
import { makeArrival, makeView } from '../testing/make-batch.ts';
import { emptyDatabase, startTestApi, type TestApi } from '../testing/start-test-api.ts';
import { subscribe, type TestSubscription } from '../testing/subscribe.ts';

const token = makeToken();
let writer: TestApi;
let reader: TestApi;
let client: MongoClient;
let open: { stop: () => Promise<void> }[] = [];

beforeAll(async () => {
  const uri = await emptyDatabase(inject('mongodbUri'), 'live-test');
  client = await MongoClient.connect(uri);
  // Two processes: what one takes in, the other tells of.
  writer = await startTestApi(uri, { localMode: false, ownerToken: token });
  reader = await startTestApi(uri, { localMode: false, ownerToken: token });
});

afterAll(async () => {
  await writer.stop();
  await reader.stop();
  await client.close();
});

beforeEach(() => {
  open = [];
});
afterEach(async () => {
  for (const each of open) await each.stop();
});

const now = Date.now();
/** It takes a quarter of a second where nothing else keeps the machine busy. */
const soon = { timeout: 15_000 };

function listen<T>(query: string, variables: Record<string, unknown> = {}): TestSubscription<T> {
  const subscription = subscribe<T>(reader.api.url, query, { token, variables });
  open.push(subscription);
  return subscription;
}

/** A view that has sent its first batch. */
async function startView(session: string) {
  const view = makeView({ session, visitor: session, startedAt: now });
  view.move(0, 10, 10).move(50, 20, 10);
  const send = () => writer.ingest([makeArrival(view.take(), { receivedAt: now })]);
  await send();
  return { view, send };
}

interface Changed {
  sessionChanged: { sessionId: string; totalClicks: number; mouseMovements: number };
}
const changed = 'subscription { sessionChanged { sessionId totalClicks mouseMovements } }';

test('a session shows as it begins and as it changes, whichever process took it in', async () => {
  const heard = listen<Changed>(changed);
  await untilOpen(heard, 'begin-probe');
  const { view, send } = await startView('begin');
  await expect
    .poll(() => of(heard, view.sessionId).at(-1), soon)
    .toMatchObject({ mouseMovements: 2, totalClicks: 0 });
  view.press({ t: 400, x: 1, y: 1 });
  await send();
  await expect.poll(() => of(heard, view.sessionId).at(-1), soon).toMatchObject({ totalClicks: 1 });
});

test('a session is told of at most four times a second, and its last state is', async () => {
  const heard = listen<Changed>(changed);
  await untilOpen(heard, 'burst-probe');
  const { view, send } = await startView('burst');
  const begun = Date.now();
  for (let i = 1; i <= 30; i++) {
    view.press({ t: i * 1_000, x: i * 100, y: 1 });
    await send();
  }
  await expect
    .poll(() => of(heard, view.sessionId).at(-1), soon)
    .toMatchObject({ totalClicks: 30 });
  const quarters = Math.ceil((Date.now() - begun) / 250) + 1;
  expect(of(heard, view.sessionId).length).toBeLessThanOrEqual(quarters);
});

interface Activity {
  sessionActivity: {
    session: { version: number; totalClicks: number };
    events: { __typename: string; id: string; isRageClick?: boolean }[];
    trail: { tMs: number[]; x: number[] };
  };
}
const activity = `subscription ($session: ID!, $since: Int) {
  sessionActivity(session: $session, since: $since) {
    session { version totalClicks }
    events { __typename id ... on ClickEvent { isRageClick } }
    trail { tMs x }
  }
}`;

test('activity brings the new events, the new part of the trail, and changed verdicts', async () => {
  const { view, send } = await startView('activity');
  const heard = listen<Activity>(activity, { session: view.sessionId, since: 0 });
  await expect.poll(() => heard.received.length, soon).toBe(1);
  expect(heard.received[0]?.sessionActivity).toMatchObject({
    events: [{ __typename: 'NavigationEvent' }],
    trail: { tMs: [0, 50], x: [10, 20] },
  });
  view.press({ t: 300, x: 5, y: 5 });
  view.press({ t: 400, x: 5, y: 5 });
  view.move(500, 30, 10);
  await send();
  await expect.poll(() => heard.received.length, soon).toBe(2);
  const second = heard.received[1]?.sessionActivity;
  expect(second?.trail).toEqual({ tMs: [500], x: [30] });
  expect(second?.events.map(({ isRageClick }) => isRageClick)).toEqual([false, false]);
  view.press({ t: 500, x: 5, y: 5 });
  await send();
  await expect.poll(() => heard.received.length, soon).toBe(3);
  const third = heard.received[2]?.sessionActivity;
  // The third click makes the two before it rage as well: the same ids come again.
  expect(third?.events.map(({ isRageClick }) => isRageClick)).toEqual([true, true, true]);
  expect(third?.events.map(({ id }) => id)).toEqual(
    expect.arrayContaining(second?.events.map(({ id }) => id) ?? ['']),
  );
  expect(third?.trail.tMs).toEqual([]);
});

test('whoever knows a version gets what happened since, with nothing in between lost', async () => {
  const { view, send } = await startView('since');
  view.press({ t: 300, x: 5, y: 5 });
  await send();
  const heard = listen<Activity>(activity, { session: view.sessionId, since: 1 });
  await expect.poll(() => heard.received.length, soon).toBe(1);
  expect(heard.received[0]?.sessionActivity.events).toHaveLength(1);
  expect(heard.received[0]?.sessionActivity.trail.tMs).toEqual([]);
});

test('batches that wait for the first of their view come with it', async () => {
  const { view } = await startView('late');
  const late = makeView({ session: 'late', visitor: 'late', view: 'two', startedAt: now + 5_000 });
  late.move(0, 1, 1);
  const first = makeArrival(late.take(), { receivedAt: now });
  late.move(100, 2, 2);
  late.event('scroll', { t: 200, y: 10, height: 2_000, viewport: 800 });
  const second = makeArrival(late.take(), { receivedAt: now });
  const heard = listen<Activity>(activity, { session: view.sessionId, since: 1 });
  await writer.ingest([second]);
  await writer.ingest([first]);
  await expect
    .poll(
      () => heard.received.flatMap(({ sessionActivity }) => sessionActivity.trail.x).sort(),
      soon,
    )
    .toEqual([1, 2]);
  const told = heard.received.flatMap(({ sessionActivity }) => sessionActivity.events);
  expect(told.map((event) => event.__typename)).toEqual(['NavigationEvent', 'ScrollEvent']);
});

test('there is one change stream a process, however many listen', async () => {
  const listeners = Array.from({ length: 20 }, () => listen<Changed>(changed));
  for (const heard of listeners) await untilOpen(heard, 'many-probe');
  expect(await findStreams()).toHaveLength(2);
});

test('a stream that breaks goes on where it stopped', async () => {
  const heard = listen<Changed>(changed);
  await untilOpen(heard, 'broken-probe');
  await client.db().command({ killCursors: 'batches', cursors: await findStreams() });
  const { view } = await startView('broken');
  await expect.poll(() => of(heard, view.sessionId).length, soon).toBeGreaterThan(0);
});

test('nobody hears of a session that is not there', async () => {
  const heard = listen(activity, { session: 'none' });
  await expect.poll(() => heard.errors, soon).toEqual(['NOT_FOUND']);
});

/** A subscription has no sign that it is open but what it says: so something is made to happen until it does. */
async function untilOpen(heard: TestSubscription<Changed>, session: string): Promise<void> {
  const { view, send } = await startView(session);
  await expect
    .poll(async () => {
      view.move(100, 1, 1);
      await send();
      return heard.received.length;
    }, soon)
    .toBeGreaterThan(0);
}

function of(heard: TestSubscription<Changed>, session: string): Changed['sessionChanged'][] {
  return heard.received
    .map(({ sessionChanged }) => sessionChanged)
    .filter(({ sessionId }) => sessionId === session);
}

/** The cursors of all change streams on this test's batches. */
async function findStreams(): Promise<Long[]> {
  const operations = await client
    .db('admin')
    .aggregate([{ $currentOp: { idleCursors: true, allUsers: true } }])
    .toArray();
  const streams = operations.filter(
    ({ ns, cursor }) =>
      String(ns) === 'live-test.batches' &&
      JSON.stringify(cursor?.originatingCommand ?? {}).includes('$changeStream'),
  );
  const cursors = new Map(streams.map(({ cursor }) => [String(cursor.cursorId), cursor.cursorId]));
  return [...cursors.values()].map((id) => Long.fromValue(id));
}
