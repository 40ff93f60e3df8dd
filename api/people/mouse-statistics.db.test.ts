import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { makeVisit, type OpenedApi, openTestApi } from '../testing/test-api.ts';
import { makeSession } from './testing/make-person.ts';

const dayMs = 86_400_000;
const now = Date.now();
const noon = (daysAgo: number) => (Math.floor(now / dayMs) - daysAgo) * dayMs + dayMs / 2;

let api: OpenedApi;

interface Statistics {
  readonly totalSessions: number;
  readonly avgDistancePerSession: number;
  readonly avgSpeedPxPerSec: number;
  readonly totalClicks: number;
  readonly rageClickRate: number;
  readonly deadClickRate: number;
  readonly mostClickedElements: readonly { readonly page: string; readonly clicks: number }[];
  readonly movementPatterns: readonly {
    readonly pattern: string | null;
    readonly sessions: number;
  }[];
}

async function ask(args: string): Promise<Statistics> {
  const query = `{ mouseStatistics(${args}) {
    totalSessions avgDistancePerSession avgSpeedPxPerSec totalClicks rageClickRate deadClickRate
    mostClickedElements { page clicks element { elementId elementType path } }
    movementPatterns { pattern sessions } } }`;
  return (await api.ask<{ mouseStatistics: Statistics }>(query)).mouseStatistics;
}

const centre = (count: number) => Array.from({ length: count }, (): [number, number] => [0, 0]);

beforeAll(async () => {
  api = await openTestApi(inject('mongodbUri'), 'mouse_statistics_test', [
    { siteId: 'shop', timeZone: 'UTC' },
    { siteId: 'days', timeZone: 'UTC' },
    { siteId: 'empty', timeZone: 'UTC' },
  ]);
  const startedAt = now - 600_000;
  await api.take([
    makeSession({ visitor: 'a', user: 'ann', startedAt, distancePx: 3_000, durationMs: 60_000 }),
    makeSession({
      visitor: 'b',
      user: 'ann',
      startedAt,
      offsets: centre(5),
      rageClicks: 3,
      deadClicks: 2,
      distancePx: 1_000,
      durationMs: 40_000,
    }),
    makeSession({ visitor: 'c', startedAt, deadClicks: 1, durationMs: 20_000 }),
    makeSession({ visitor: 'd', startedAt, offsets: centre(1), device: 'mobile' }),
  ]);
});

afterAll(() => api.stop());

test('everybody: sums, and averages over sessions that had a mouse', async () => {
  const statistics = await ask('site: "shop"');
  expect(statistics).toMatchObject({ totalSessions: 4, totalClicks: 12 });
  expect(statistics.avgDistancePerSession).toBeCloseTo(4_000 / 3, 6);
  expect(statistics.avgSpeedPxPerSec).toBeCloseTo((50 + 25 + 0) / 3, 6);
  expect(statistics.rageClickRate).toBeCloseTo((3 / 12) * 100, 9);
  expect(statistics.deadClickRate).toBeCloseTo((3 / 12) * 100, 9);
});

test('one person, by user over several visitors, or by visitor', async () => {
  expect(await ask('site: "shop", user: "ann"')).toMatchObject({
    totalSessions: 2,
    totalClicks: 10,
    avgDistancePerSession: 2_000,
    mostClickedElements: [{ page: '/people', clicks: 10 }],
  });
  const { visitors } = await api.ask<{ visitors: { nodes: { visitorId: string }[] } }>(
    '{ visitors: people(site: "shop", search: "c") { nodes { visitorId } } }',
  );
  const visitor = visitors.nodes[0]?.visitorId;
  expect(await ask(`site: "shop", visitor: "${visitor}"`)).toMatchObject({
    totalSessions: 1,
    totalClicks: 1,
    deadClickRate: 100,
  });
});

test('without clicks the rates are 0, without sessions everything is', async () => {
  expect(await ask('site: "empty"')).toMatchObject({
    totalSessions: 0,
    avgDistancePerSession: 0,
    avgSpeedPxPerSec: 0,
    rageClickRate: 0,
    deadClickRate: 0,
    mostClickedElements: [],
  });
  expect(await ask('site: "shop", user: "nobody"')).toMatchObject({ totalSessions: 0 });
});

test('every pattern is listed, and the shares add up to all sessions', async () => {
  const { movementPatterns, totalSessions } = await ask('site: "shop"');
  expect(movementPatterns.map(({ pattern }) => pattern)).toEqual([
    'LINEAR',
    'CIRCULAR',
    'ERRATIC',
    'PRECISE',
    null,
  ]);
  const sum = movementPatterns.reduce((total, { sessions }) => total + sessions, 0);
  expect(sum).toBe(totalSessions);
});

test('the ten most clicked elements of a page are told, the most first', async () => {
  const visit = makeVisit({
    session: 'eleven',
    visitor: 'eleven',
    user: 'eleven',
    startedAt: now - 600_000,
    url: 'https://shop.test/eleven',
  });
  for (let i = 1; i <= 11; i++) {
    const element = visit.element({ tag: 'a', id: `link${i}`, path: `a#link${i}` });
    for (let click = 0; click < i; click++) visit.press({ t: i * 60_000 + click * 2_000, element });
  }
  await api.take([visit.arrive(700_000)]);
  const expected = Array.from({ length: 10 }, (_, i) => ({
    page: '/eleven',
    clicks: 11 - i,
    element: { elementId: `link${11 - i}`, elementType: 'a', path: `a#link${11 - i}` },
  }));
  const ofOne = await ask('site: "shop", user: "eleven"');
  expect(ofOne.mostClickedElements).toEqual(expected);
  const ofAll = await ask('site: "shop"');
  expect(ofAll.mostClickedElements.filter(({ page }) => page === '/eleven')).toEqual(
    expected.slice(0, 9),
  );
});

test('only sessions that started on the days asked for count', async () => {
  const at = (daysAgo: number) =>
    makeSession({
      site: 'days',
      visitor: 'old',
      user: 'old',
      session: `${daysAgo} days`,
      startedAt: noon(daysAgo),
      distancePx: 100,
    });
  await api.take([0, 1, 29, 30, 364, 365].map(at));
  const count = async (args: string) => (await ask(`site: "days", ${args}`)).totalSessions;
  for (const person of ['', ', user: "old"']) {
    expect(await count(`days: 1${person}`)).toBe(1);
    expect(await count(`days: 2${person}`)).toBe(2);
    expect(await count(`days: 30${person}`)).toBe(3);
    expect(await count(`days: 31${person}`)).toBe(4);
    expect(await count(`days: 365${person}`)).toBe(5);
  }
});

test('dates from and to take the place of days, for a person and for everybody', async () => {
  const date = (daysAgo: number) => JSON.stringify(new Date(noon(daysAgo)).toISOString());
  const query = (args: string) =>
    `{ mouseStatistics(${args}) { totalSessions } mousePattern(${args}) { indicators { sessions } } }`;
  for (const person of ['', ', user: "old"']) {
    const args = `site: "days", from: ${date(30)}, to: ${date(1)}${person}`;
    expect(await api.ask(query(args))).toEqual({
      mouseStatistics: { totalSessions: 3 },
      mousePattern: { indicators: { sessions: 3 } },
    });
  }
});

test.each([0, 366])('%i days are refused', async (days) => {
  const message = `BAD_USER_INPUT: days is ${days}; it must be 1 to 365.`;
  expect(
    await api.refusal(`{ mouseStatistics(site: "shop", days: ${days}) { totalClicks } }`),
  ).toBe(message);
  expect(await api.refusal(`{ mousePattern(site: "shop", days: ${days}) { confidence } }`)).toBe(
    message,
  );
});

test('a kept answer is right again as soon as a session changes', async () => {
  const visit = makeVisit({
    session: 'live',
    visitor: 'live',
    user: 'live',
    startedAt: now - 9_000,
  });
  const element = visit.element({ tag: 'button', id: 'live', path: 'button#live' });
  visit.press({ t: 10, element }, { kind: 2, afterMs: 5 });
  await api.take([visit.arrive()]);
  expect(await ask('site: "shop", user: "live"')).toMatchObject({ totalClicks: 1 });
  const before = (await ask('site: "shop"')).totalClicks;
  for (let i = 1; i <= 3; i++) {
    visit.press({ t: i * 2_000, element }, { kind: 2, afterMs: 5 });
    await api.take([visit.arrive()]);
    expect(await ask('site: "shop", user: "live"')).toMatchObject({ totalClicks: 1 + i });
    expect(await ask('site: "shop"')).toMatchObject({ totalClicks: before + i });
  }
});
