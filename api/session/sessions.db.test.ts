import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { makeArrival, makeView, type ViewSetting } from '../testing/make-batch.ts';
import { emptyDatabase, startTestApi, type TestApi } from '../testing/start-test-api.ts';

let api: TestApi;
const start = Date.parse('2026-03-01T12:00:00Z');
const minute = 60_000;

interface Visit extends ViewSetting {
  readonly device?: 'desktop' | 'tablet' | 'mobile';
  readonly rage?: boolean;
  readonly dead?: boolean;
}

/** Ten sessions a minute apart, two of them in the same millisecond. */
const visits: readonly Visit[] = Array.from({ length: 10 }, (_, i) => ({
  session: `s${i}`,
  visitor: `v${i % 3}`,
  startedAt: start + (i === 9 ? 8 : i) * minute,
  url: `https://shop.test/${i % 2 === 0 ? 'cart' : `product/${i}`}?ref=mail`,
  user: i === 4 ? 'ada@shop' : '',
  automated: i === 5 ? 1 : 0,
  device: i < 3 ? 'mobile' : 'desktop',
  rage: i === 6,
  dead: i === 7,
}));

function makeVisit({ device = 'desktop', rage, dead, ...setting }: Visit) {
  const view = makeView(setting).move(0, 0, 0).move(50, 30, 40).until(10_000);
  for (let i = 0; i < (rage ? 3 : 0); i++) view.press({ t: 100 + i * 200, x: 5, y: 5 });
  if (dead) view.press({ t: 3_000, x: 5, y: 5, flags: 2 }, { kind: 0, afterMs: 5_000 });
  return makeArrival(view.take(), { receivedAt: setting.startedAt + 10_000, device });
}

beforeAll(async () => {
  api = await startTestApi(await emptyDatabase(inject('mongodbUri'), 'sessions-test'));
  await api.ingest(visits.map(makeVisit));
  const livingNow = { session: 'now', visitor: 'v9', startedAt: Date.now() - 10_000 };
  await api.ingest([makeVisit(livingNow)]);
});
afterAll(() => api.stop());

interface Page {
  readonly sessions: {
    readonly edges: { readonly cursor: string; readonly node: { readonly sessionId: string } }[];
    readonly nodes: { readonly sessionId: string }[];
    readonly pageInfo: Record<string, unknown>;
    readonly totalCount: number;
  };
}

const list = `query ($filter: SessionFilter, $first: Int, $after: String, $last: Int, $before: String) {
  sessions(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
    totalCount
    edges { cursor node { sessionId } }
    nodes { sessionId }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

async function ask(variables: Record<string, unknown>): Promise<Page['sessions']> {
  const { data, errors } = await api.ask<Page>(list, variables);
  if (!data) throw new Error(JSON.stringify(errors));
  return data.sessions;
}

/** The readable part of an id. */
const short = (id: string) => /^[a-z]+\d*/.exec(id)?.[0] ?? id;
const names = (page: Page['sessions']) => page.nodes.map(({ sessionId }) => short(sessionId));
const inMarch = { to: '2026-03-02T00:00:00Z' };

test('sessions come newest first, page by page, each once', async () => {
  const all: string[] = [];
  for (let after: unknown = null, more: unknown = true; more; ) {
    const page = await ask({ first: 3, after, filter: inMarch });
    all.push(...names(page));
    ({ endCursor: after, hasNextPage: more } = page.pageInfo);
  }
  expect(all).toHaveLength(10);
  expect(new Set(all.slice(0, 2))).toEqual(new Set(['s8', 's9']));
  expect(all.slice(2)).toEqual(['s7', 's6', 's5', 's4', 's3', 's2', 's1', 's0']);
});

test('the list can be walked backwards', async () => {
  const last = await ask({ last: 2, filter: inMarch });
  expect(names(last)).toEqual(['s1', 's0']);
  expect(last.pageInfo).toMatchObject({ hasPreviousPage: true, hasNextPage: false });
  const before = await ask({ last: 2, before: last.pageInfo['startCursor'], filter: inMarch });
  expect(names(before)).toEqual(['s3', 's2']);
});

test('a session that begins does not shift the pages after it', async () => {
  const first = await ask({ first: 2 });
  await api.ingest([makeVisit({ session: 'later', visitor: 'v8', startedAt: Date.now() - 5_000 })]);
  const second = await ask({ first: 2, after: first.pageInfo['endCursor'] });
  expect(names(first)[0]).toBe('now');
  expect(names(second)).toEqual(expect.not.arrayContaining(names(first)));
  expect(names(second)).not.toContain('later');
});

test.each<[string, Record<string, unknown>, string[]]>([
  ['a route', { page: '/product/:id' }, ['s9', 's7', 's5', 's3', 's1']],
  ['a path', { page: '/product/3' }, ['s3']],
  ['a whole address', { page: 'https://shop.test/product/3?ref=mail' }, ['s3']],
  ['a visitor', { visitor: 'VISITOR1' }, ['s7', 's4', 's1']],
  ['a user', { user: 'ada@shop' }, ['s4']],
  ['a device', { device: 'MOBILE' }, ['s2', 's1', 's0']],
  ['rage', { hasRage: true }, ['s6']],
  ['dead clicks', { hasDead: true }, ['s7']],
  ['programs', { automated: true }, ['s5']],
  ['people', { automated: false, device: 'MOBILE' }, ['s2', 's1', 's0']],
  ['words', { search: 'produ 3' }, ['s3']],
  ['a word of a user', { search: 'ADA' }, ['s4']],
  ['times', { from: '2026-03-01T12:01:00Z', to: '2026-03-01T12:03:00Z' }, ['s2', 's1']],
  ['what is not there', { page: '/nowhere' }, []],
])('sessions are found by %s', async (_what, filter, expected) => {
  const visitor = filter['visitor'] ? await visitorOf('s1') : undefined;
  const page = await ask({ filter: { ...inMarch, ...filter, ...(visitor ? { visitor } : {}) } });
  expect(new Set(names(page))).toEqual(new Set(expected));
  expect(page.totalCount).toBe(expected.length);
});

async function visitorOf(session: string): Promise<string | undefined> {
  const query =
    '{ sessions(filter: { to: "2026-03-02T00:00:00Z" }) { nodes { sessionId visitorId } } }';
  const { data } = await api.ask<{
    sessions: { nodes: { sessionId: string; visitorId: string }[] };
  }>(query);
  return data?.sessions.nodes.find(({ sessionId }) => short(sessionId) === session)?.visitorId;
}

test('who is on the site now is live, and nobody else', async () => {
  expect(names(await ask({ filter: { live: true } }))).toContain('now');
  expect(names(await ask({ filter: { live: false } }))).toHaveLength(10);
});

test.each<[string, Record<string, unknown>]>([
  ['both ends at once', { first: 1, last: 1 }],
  ['more than 100', { first: 101 }],
  ['less than nothing', { first: -1 }],
  ['a cursor of another list', { after: 'WzFd' }],
])('%s is refused as the mistake that it is', async (_what, variables) => {
  const { errors } = await api.ask(list, variables);
  expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
});

test('a session has the numbers of what happened, and its pages', async () => {
  const query = `query ($id: ID!) { session(id: $id) {
    totalDistancePx totalClicks rageClicks rageBurstCount mouseMovements sessionDurationSeconds avgSpeedPxPerSec
    startedAt endedAt pageCount pages { url route kind durationMs } rageBursts { clickCount durationMs x y }
    device country browser identified viewportWidth trail { startedAt tMs x y view viewIds }
  } }`;
  const { nodes } = await ask({ filter: { hasRage: true, ...inMarch } });
  const { data } = await api.ask<{ session: unknown }>(query, { id: nodes[0]?.sessionId });
  expect(data?.session).toMatchObject({
    totalDistancePx: 50,
    totalClicks: 3,
    rageClicks: 3,
    rageBurstCount: 1,
    mouseMovements: 2,
    sessionDurationSeconds: 10,
    avgSpeedPxPerSec: 5,
    startedAt: '2026-03-01T12:06:00.000Z',
    endedAt: '2026-03-01T12:06:10.000Z',
    pageCount: 1,
    pages: [
      { url: 'https://shop.test/cart?ref=mail', route: '/cart', kind: 'load', durationMs: 10_000 },
    ],
    rageBursts: [{ clickCount: 3, durationMs: 400, x: 5, y: 5 }],
    device: 'DESKTOP',
    country: 'DE',
    browser: 'Firefox',
    identified: false,
    viewportWidth: 1_200,
    trail: { tMs: [0, 50], x: [0, 30], y: [0, 40], view: [0, 0] },
  });
});

test('without `site` the only one is meant; with several they are named', async () => {
  await api.ask('mutation { createSite(input: { siteId: "blog" }) { id } }');
  const { errors } = await api.ask('{ sessions { totalCount } }');
  expect(errors?.[0]).toMatchObject({
    message: 'Say which site is meant: blog, shop.',
    extensions: { code: 'SITE_REQUIRED' },
  });
  const named = await api.ask<{ sessions: { totalCount: number } }>(
    '{ sessions(site: "blog") { totalCount } }',
  );
  expect(named.data?.sessions.totalCount).toBe(0);
});
