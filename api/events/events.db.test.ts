import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { makeArrival, makeView } from '../testing/make-batch.ts';
import { emptyDatabase, startTestApi, type TestApi } from '../testing/start-test-api.ts';

let api: TestApi;
const start = Date.parse('2026-03-01T12:00:00Z');
const ids: Record<string, string> = {};

beforeAll(async () => {
  api = await startTestApi(await emptyDatabase(inject('mongodbUri'), 'events-test'));
  for (const [i, session] of ['one', 'two', 'three'].entries()) {
    const visitor = i === 2 ? 'b' : 'a';
    // All three at the same moments, so that only ids can order them.
    const user = i === 1 ? 'ada' : '';
    const view = makeView({ session, visitor, startedAt: start, sentAt: start, user });
    ids[session] = view.sessionId;
    ids[visitor] = view.visitorId;
    const batches = Array.from({ length: 5 }, (_, n) => {
      for (let m = 0; m < 20; m++) view.move(n * 2_000 + m * 50, m, n);
      view.press({ t: n * 2_000 + 1_500, x: n, y: n });
      return makeArrival(view.take(), { receivedAt: start });
    });
    await api.ingest(batches);
  }
  // A computer that slept: one batch over ten hours.
  const early = start - 3_600_000;
  const slept = makeView({ session: 'slept', visitor: 'c', startedAt: early, sentAt: early });
  slept.move(0, 7, 7).move(3_600_075, 8, 8).move(36_000_000, 9, 9);
  ids['slept'] = slept.sessionId;
  await api.ingest([makeArrival(slept.take(), { receivedAt: early })]);
  const [late, ...others] = makeReader();
  await api.ingest(others);
  await api.ingest(late ? [late] : []);
});
afterAll(() => api.stop());

interface Listed {
  readonly id: string;
  readonly type: string;
  readonly at: string;
  readonly tMs: number;
  readonly sessionId: string;
}

interface Page {
  readonly events: {
    readonly edges: { readonly cursor: string; readonly node: Listed }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean };
  };
}

const list = `query (
  $session: ID, $user: String, $visitor: String, $types: [EventType!], $from: DateTime, $to: DateTime,
  $first: Int, $after: String, $last: Int, $before: String
) {
  events(
    session: $session, user: $user, visitor: $visitor, types: $types, from: $from, to: $to,
    first: $first, after: $after, last: $last, before: $before
  ) {
    edges { cursor node { id type at tMs sessionId } }
    pageInfo { hasNextPage hasPreviousPage }
  }
}`;

async function ask(variables: Record<string, unknown>): Promise<Page['events']> {
  const { data, errors } = await api.ask<Page>(list, variables);
  if (!data) throw new Error(JSON.stringify(errors));
  return data.events;
}

const nodes = (page: Page['events']) => page.edges.map(({ node }) => node);

async function walk(variables: Record<string, unknown>, size: number): Promise<Listed[]> {
  const all: Listed[] = [];
  for (let after: string | undefined, more = true; more; ) {
    const page = await ask({ ...variables, first: size, after });
    all.push(...nodes(page));
    after = page.edges.at(-1)?.cursor;
    more = page.pageInfo.hasNextPage;
  }
  return all;
}

async function walkBack(variables: Record<string, unknown>, size: number): Promise<Listed[]> {
  const all: Listed[] = [];
  for (let before: string | undefined, more = true; more; ) {
    const page = await ask({ ...variables, last: size, before });
    all.unshift(...nodes(page));
    before = page.edges[0]?.cursor;
    more = page.pageInfo.hasPreviousPage;
  }
  return all;
}

const readAt = start - 86_400_000;

/** Batches of somebody who scrolls and hovers, long and short; the second one first: it is to come last. */
function makeReader() {
  const view = makeView({ session: 'reader', visitor: 'd', startedAt: readAt, sentAt: readAt });
  ids['reader'] = view.sessionId;
  ids['d'] = view.visitorId;
  const element = view.element({ tag: 'p', path: 'main > p' });
  const scroll = (t: number, y: number) =>
    view.event('scroll', { t, y, height: 3_000, viewport: 800 });
  const take = () => makeArrival(view.take(), { receivedAt: readAt });
  const batches = [0, 1, 2, 3].map((n) => {
    scroll(n * 2_000 + 100, n * 100);
    view.event('hover', { t: n * 2_000 + 200, element, durationMs: 300 });
    scroll(n * 2_000 + 1_900, n * 100 + 50);
    return take();
  });
  // One that began before all that, and ends now.
  view.event('hover', { t: 50, element, durationMs: 19_000 });
  scroll(20_000, 0);
  const last = take();
  const [first, second, ...more] = batches;
  return [second, first, ...more, last].filter((batch) => batch !== undefined);
}

const both = { types: ['MOUSE_MOVE', 'CLICK'] };

test.each([7, 50, 1_000])(
  'movement and clicks are one list, page by page of %i, each once',
  async (size) => {
    const all = await walk(both, size);
    expect(all).toHaveLength(3 * 5 * 21 + 3);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(all.map(({ at }) => at)).toEqual(all.map(({ at }) => at).toSorted(byText));
    expect((await walkBack(both, size)).map(({ id }) => id)).toEqual(all.map(({ id }) => id));
  },
);

test('a sample of a batch over ten hours has its place among the others', async () => {
  const around = {
    from: '2026-03-01T12:00:00Z',
    to: '2026-03-01T12:00:00.1Z',
    types: ['MOUSE_MOVE'],
  };
  const found = await walk(around, 3);
  expect(found.map(({ at }) => Date.parse(at) - start)).toEqual([0, 0, 0, 50, 50, 50, 75]);
  expect(found.at(-1)).toMatchObject({ sessionId: ids['slept'], tMs: 3_600_075 });
  const night = { from: '2026-03-01T20:00:00Z', types: ['MOUSE_MOVE'] };
  expect(await walk(night, 2)).toHaveLength(1);
});

test.each([1, 3, 100])(
  'scrolls and hovers are listed by type and time, page by page of %i',
  async (size) => {
    const scope = { session: ids['reader'] };
    const scrolls = [100, 1_900, 2_100, 3_900, 4_100, 5_900, 6_100, 7_900, 20_000];
    const hovers = [50, 200, 2_200, 4_200, 6_200];
    const timesOf = (found: readonly Listed[]) => found.map(({ tMs }) => tMs);
    expect(timesOf(await walk({ ...scope, types: ['SCROLL'] }, size))).toEqual(scrolls);
    expect(timesOf(await walk({ ...scope, types: ['HOVER'] }, size))).toEqual(hovers);
    const all = [0, ...scrolls, ...hovers].toSorted((a, b) => a - b);
    expect(timesOf(await walk(scope, size))).toEqual(all);
    expect(timesOf(await walkBack(scope, size))).toEqual(all);
    const part = { from: new Date(readAt + 2_100), to: new Date(readAt + 4_200) };
    expect(timesOf(await walk({ visitor: ids['d'], ...part }, size))).toEqual([
      2_100, 2_200, 3_900, 4_100,
    ]);
  },
);

test('without types everything but movement comes', async () => {
  const page = await ask({ session: ids['one'] });
  expect(nodes(page).map(({ type }) => type)).toEqual(['NAVIGATION', ...Array(5).fill('CLICK')]);
});

test.each([
  ['a session', () => ({ session: ids['one'] }), ['one']],
  ['a visitor', () => ({ visitor: ids['a'] }), ['one', 'two']],
  ['a user', () => ({ user: 'ada' }), ['two']],
  ['a visitor asked for as user', () => ({ user: ids['b'] }), ['three']],
  ['nobody', () => ({ user: 'nobody' }), []],
])('events of %s', async (_what, scope, sessions) => {
  const found = await walk({ ...scope(), ...both }, 40);
  expect(new Set(found.map(({ sessionId }) => sessionId))).toEqual(
    new Set(sessions.map((name) => ids[name])),
  );
  expect(found).toHaveLength(sessions.length * 105);
});

test('a page of events reads what is around it, however much is stored', async () => {
  const session = ids['one'];
  const page = await ask({ session, types: ['MOUSE_MOVE'], first: 5 });
  expect(nodes(page).map(({ tMs }) => tMs)).toEqual([0, 50, 100, 150, 200]);
  const end = await ask({ session, types: ['MOUSE_MOVE'], last: 2 });
  expect(nodes(end).map(({ tMs }) => tMs)).toEqual([8_900, 8_950]);
});

test('events of a session that is not there are an error, not an empty list', async () => {
  const { errors } = await api.ask(list, { session: 'none' });
  expect(errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
});

function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

test('an event leads to its session', async () => {
  const { data } = await api.ask<{ events: { nodes: object[] } }>(
    'query ($session: ID) { events(session: $session, types: [CLICK], first: 1) { nodes { session { sessionId userId } } } }',
    { session: ids['two'] },
  );
  expect(data?.events.nodes).toEqual([{ session: { sessionId: ids['two'], userId: 'ada' } }]);
});
