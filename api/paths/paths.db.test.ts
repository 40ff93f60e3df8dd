import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { makeJourney } from '../funnels/testing/make-journey.ts';
import { type OpenedApi, openTestApi } from '../testing/test-api.ts';

const noon = Math.floor(Date.now() / 86_400_000) * 86_400_000 - 12 * 3_600_000;
const ways = ['/ /a /b', '/ /a /', '/ /c', '/d /a /b', '/'];

let api: OpenedApi;
beforeAll(async () => {
  api = await openTestApi(inject('mongodbUri'), 'paths-test');
  await api.take(
    ways.flatMap((did, i) =>
      makeJourney({
        ...{ visitor: `v${i}`, startedAt: noon + i * 60_000, did },
        device: i < 2 ? 'mobile' : 'desktop',
      }),
    ),
  );
});
afterAll(() => api.stop());

interface PathsAnswer {
  paths: {
    ways: number;
    nodes: { id: string; views: number; ends: number; loops: number }[];
    edges: { source: string; target: string; views: number; sessionCount: number }[];
    sequences: { pages: string[]; count: number; isWhole: boolean; hasLoop: boolean }[];
  };
}
const askPaths = async (args: string) => {
  const fields =
    'ways nodes { id views ends loops } edges { source target views sessionCount } sequences { pages count isWhole hasLoop }';
  return (await api.ask<PathsAnswer>(`{ paths(${args}) { ${fields} } }`)).paths;
};

test('from a page: each view of it begins a way, with exits and loops', async () => {
  const { ways: count, nodes, edges, sequences } = await askPaths('page: "/", depth: 3');
  expect(count).toBe(5);
  expect(nodes).toEqual([
    { id: '0:/', views: 5, ends: 2, loops: 0 },
    { id: '1:/a', views: 2, ends: 0, loops: 0 },
    { id: '1:/c', views: 1, ends: 1, loops: 0 },
    { id: '2:/b', views: 1, ends: 0, loops: 0 },
    { id: '2:/', views: 1, ends: 0, loops: 1 },
  ]);
  expect(edges).toContainEqual({ source: '0:/', target: '1:/a', views: 2, sessionCount: 2 });
  expect(sequences).toEqual([
    { pages: ['/'], count: 2, isWhole: true, hasLoop: false },
    { pages: ['/', '/a', '/b'], count: 1, isWhole: false, hasLoop: false },
    { pages: ['/', '/a', '/'], count: 1, isWhole: false, hasLoop: true },
    { pages: ['/', '/c'], count: 1, isWhole: true, hasLoop: false },
  ]);
});

test('to a page: the same backwards, told in the order of viewing', async () => {
  const { nodes, edges, sequences } = await askPaths('page: "/b", direction: TO, depth: 3');
  expect(nodes.map(({ id, views }) => [id, views])).toEqual([
    ['0:/b', 2],
    ['1:/a', 2],
    ['2:/', 1],
    ['2:/d', 1],
  ]);
  expect(edges[0]).toEqual({ source: '1:/a', target: '0:/b', views: 2, sessionCount: 2 });
  expect(sequences.map(({ pages }) => pages)).toEqual([
    ['/', '/a', '/b'],
    ['/d', '/a', '/b'],
  ]);
});

test('without a page: from where sessions begin; rarer pages become one', async () => {
  const { ways: count, nodes } = await askPaths('depth: 2, nodes: 1');
  expect(count).toBe(5);
  expect(nodes).toEqual([
    { id: '0:/', views: 4, ends: 1, loops: 0 },
    { id: '0:', views: 1, ends: 0, loops: 0 },
    { id: '1:/a', views: 3, ends: 0, loops: 0 },
    { id: '1:', views: 1, ends: 0, loops: 0 },
  ]);
});

test('an edge names the sessions behind it, other pages included', async () => {
  const behind = async (args: string, edge: string) => {
    const { paths } = await api.ask<{
      paths: { edges: { sessions: { totalCount: number; nodes: { pageUrl: string }[] } }[] };
    }>(
      `{ paths(${args}) { edges(${edge}) { sessions(first: 5) { totalCount nodes { pageUrl } } } } }`,
    );
    return paths.edges.map(({ sessions }) => [
      sessions.totalCount,
      ...sessions.nodes.map(({ pageUrl }) => pageUrl.replace('https://shop.test', '')),
    ]);
  };
  expect(await behind('page: "/a"', 'source: "0:/a", target: "1:/b"')).toEqual([[2, '/d', '/']]);
  expect(await behind('depth: 2, nodes: 1', 'source: "0:"')).toEqual([[1, '/d']]);
  expect(await behind('depth: 2, nodes: 1', 'source: "0:/", target: "1:"')).toEqual([[1, '/']]);
});

test('of one class of device are only the ways of its sessions, and the sessions behind them', async () => {
  const { ways: count, sequences } = await askPaths('page: "/a", device: MOBILE');
  expect(count).toBe(2);
  expect(sequences.map(({ pages }) => pages)).toEqual([
    ['/a', '/b'],
    ['/a', '/'],
  ]);
  const { paths } = await api.ask<{
    paths: { edges: { sessions: { totalCount: number } }[] };
  }>(
    '{ paths(page: "/a", device: DESKTOP) { edges(source: "0:/a", target: "1:/b") { sessions { totalCount } } } }',
  );
  expect(paths.edges).toEqual([{ sessions: { totalCount: 1 } }]);
});

test('navigation tells views, entries, exits and transitions', async () => {
  const { navigation } = await api.ask<{ navigation: unknown }>(
    '{ navigation { transitionCount pages { page views entries exits reloads } transitions(limit: 2) { from to count } } }',
  );
  expect(navigation).toEqual({
    transitionCount: 7,
    pages: [
      { page: '/', views: 5, entries: 4, exits: 2, reloads: 0 },
      { page: '/a', views: 3, entries: 0, exits: 0, reloads: 0 },
      { page: '/b', views: 2, entries: 0, exits: 2, reloads: 0 },
      { page: '/c', views: 1, entries: 0, exits: 1, reloads: 0 },
      { page: '/d', views: 1, entries: 1, exits: 0, reloads: 0 },
    ],
    transitions: [
      { from: '/', to: '/a', count: 2 },
      { from: '/a', to: '/b', count: 2 },
    ],
  });
});

test.each([
  ['depth: 9', 'depth is 9; it must be 2 to 8.'],
  ['nodes: 0', 'nodes is 0; it must be 1 to 50.'],
])('refuses %s', async (args, why) => {
  expect(await api.refusal(`{ paths(${args}) { ways } }`)).toBe(`BAD_USER_INPUT: ${why}`);
});
