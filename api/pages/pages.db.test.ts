import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { makeVisit, type OpenedApi, openTestApi } from '../testing/test-api.ts';

const dayMs = 86_400_000;
const today = Math.floor(Date.now() / dayMs) * dayMs;

let api: OpenedApi;

interface View {
  readonly path: string;
  readonly visitor: string;
  readonly session: string;
  readonly startedAt: number;
  readonly activeMs?: number;
  /** How far down was scrolled, of 2,000 px with 800 px on screen. */
  readonly scrollPx?: number;
  readonly deadClicks?: number;
  readonly device?: 'mobile';
}

function viewPage({ path, activeMs = 1_000, scrollPx = 0, deadClicks = 0, ...who }: View) {
  const visit = makeVisit({ ...who, view: path, url: `https://shop.test${path}` });
  if (scrollPx > 0) {
    visit.event('scroll', { t: 10, element: -1, y: scrollPx, height: 2_000, viewport: 800 });
  }
  const element = visit.element({ tag: 'button', id: 'x', path: 'button#x' });
  for (let i = 0; i < deadClicks; i++) visit.press({ t: 20 + i * 1_500, element }, { kind: 0 });
  return visit.arrive(activeMs);
}

interface Page {
  readonly id: string;
  readonly route: string;
  readonly views: number;
}

interface Pages {
  readonly nodes: readonly Page[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

async function ask(args: string): Promise<Pages> {
  const query = `{ pages${args && `(${args})`} {
    nodes { id route exampleUrl views visitors sessions avgTimeSeconds avgScrollDepthPercent clicks
      rageClicks deadClicks documentWidth documentHeight }
    pageInfo { hasNextPage endCursor } } }`;
  return (await api.ask<{ pages: Pages }>(query)).pages;
}

beforeAll(async () => {
  api = await openTestApi(inject('mongodbUri'), 'pages_test');
  const startedAt = today + dayMs / 2;
  const yesterday = today - dayMs / 2;
  await api.take([
    viewPage({ path: '/product/1', visitor: 'a', session: 'a1', startedAt, activeMs: 4_000 }),
    viewPage({
      path: '/product/2',
      visitor: 'a',
      session: 'a1',
      startedAt: startedAt + 10_000,
      activeMs: 10_000,
      scrollPx: 1_200,
      deadClicks: 2,
    }),
    viewPage({ path: '/product/1', visitor: 'a', session: 'a0', startedAt: yesterday }),
    viewPage({ path: '/product/1', visitor: 'b', session: 'b1', startedAt: startedAt + 20_000 }),
    viewPage({ path: '/cart', visitor: 'b', session: 'b1', startedAt: startedAt + 30_000 }),
    viewPage({ path: '/about', visitor: 'c', session: 'c1', startedAt, device: 'mobile' }),
  ]);
});

afterAll(() => api.stop());

test('addresses of one route are one page, with people counted once', async () => {
  const { nodes } = await ask('');
  expect(nodes.map(({ route, views }) => [route, views])).toEqual([
    ['/product/:id', 4],
    ['/about', 1],
    ['/cart', 1],
  ]);
  expect(nodes[0]).toMatchObject({
    exampleUrl: 'https://shop.test/product/1',
    visitors: 2,
    sessions: 3,
    avgTimeSeconds: (4 + 10 + 1 + 1) / 4,
    avgScrollDepthPercent: (40 + 100 + 40 + 40) / 4,
    clicks: 2,
    rageClicks: 0,
    deadClicks: 2,
    documentWidth: 1200,
    documentHeight: 2000,
  });
});

test('a shorter period has its own distinct visitors', async () => {
  const { nodes } = await ask('days: 1');
  expect(nodes[0]).toMatchObject({ route: '/product/:id', views: 3, visitors: 2, sessions: 2 });
  const date = new Date(today - 1).toISOString();
  const yesterday = await ask(`from: "${date}", to: "${date}"`);
  expect(yesterday.nodes).toMatchObject([{ route: '/product/:id', views: 1, visitors: 1 }]);
});

test('of one class of device are only its views and its visitors', async () => {
  const mobile = await ask('device: MOBILE');
  expect(mobile.nodes).toMatchObject([{ route: '/about', views: 1, visitors: 1, sessions: 1 }]);
  const desktop = await ask('device: DESKTOP');
  expect(desktop.nodes).toMatchObject([
    { route: '/product/:id', views: 4, visitors: 2 },
    { route: '/cart', views: 1, visitors: 1 },
  ]);
  expect((await ask('device: TABLET')).nodes).toEqual([]);
});

test('pages come a page at a time, none twice and none left out', async () => {
  const first = await ask('first: 2');
  expect(first.pageInfo.hasNextPage).toBe(true);
  const rest = await ask(`first: 2, after: "${first.pageInfo.endCursor}"`);
  expect(rest.pageInfo.hasNextPage).toBe(false);
  expect([...first.nodes, ...rest.nodes].map(({ route }) => route)).toEqual([
    '/product/:id',
    '/about',
    '/cart',
  ]);
});

test('a page is found by its id', async () => {
  const { nodes } = await ask('first: 1');
  const query = `{ node(id: "${nodes[0]?.id}") { ... on Page { route views } } }`;
  expect(await api.ask(query)).toEqual({ node: { route: '/product/:id', views: 4 } });
});

test.each([
  ['days: 0', 'days is 0; it must be 1 to 365.'],
  ['first: 101', 'A page has 0 to 100 entries.'],
  ['after: "abc"', 'That cursor is none of this list.'],
])('%s is refused', async (args, message) => {
  expect(await api.refusal(`{ pages(${args}) { nodes { route } } }`)).toBe(
    `BAD_USER_INPUT: ${message}`,
  );
});
