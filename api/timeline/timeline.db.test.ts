import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { makeVisit, type OpenedApi, openTestApi } from '../testing/test-api.ts';

const dayMs = 86_400_000;
const hourMs = 3_600_000;
const today = Math.floor(Date.now() / dayMs) * dayMs;

let api: OpenedApi;

interface Visited {
  readonly visitor: string;
  readonly at: number;
  readonly path?: string;
  readonly device?: 'desktop' | 'mobile';
  readonly site?: string;
  readonly clicks?: number;
  readonly deadClicks?: number;
  readonly distancePx?: number;
}

function visitPage(visited: Visited) {
  const { visitor, at, path = '/', clicks = 0, deadClicks = 0, distancePx = 0 } = visited;
  const visit = makeVisit({
    ...visited,
    session: `${visitor} ${at}`,
    startedAt: at,
    url: `https://shop.test${path}`,
  });
  const element = visit.element({ tag: 'button', id: 'x', path: 'button#x' });
  for (let i = 0; i < clicks; i++) {
    const reaction = i < deadClicks ? { kind: 0 } : { kind: 2, afterMs: 5 };
    visit.press({ t: i * 1_500, element }, reaction);
  }
  if (distancePx > 0) visit.move(0, 0, 0).move(50, distancePx, 0);
  return visit.arrive(10_000);
}

interface Point {
  readonly at: string;
  readonly value: number | null;
  readonly count: number;
}

interface Timeline {
  readonly interval: string;
  readonly points: readonly Point[];
  readonly previous: readonly Point[] | null;
  readonly total: number | null;
  readonly previousTotal: number | null;
}

async function ask(args: string): Promise<Timeline> {
  const query = `{ timeline(${args}) {
    interval points { at value count } previous { at value count } total previousTotal } }`;
  return (await api.ask<{ timeline: Timeline }>(query)).timeline;
}

const day = (daysAgo: number) => new Date(today - daysAgo * dayMs).toISOString();
const lastWeek = `site: "shop", from: "${day(7)}", to: "${day(1)}"`;
const yesterday = today - dayMs;

beforeAll(async () => {
  api = await openTestApi(inject('mongodbUri'), 'timeline_test', [
    { siteId: 'shop', timeZone: 'UTC' },
    { siteId: 'kolkata', timeZone: 'Asia/Kolkata' },
  ]);
  await api.take([
    visitPage({
      visitor: 'a',
      at: yesterday + 9 * hourMs,
      clicks: 4,
      deadClicks: 1,
      distancePx: 500,
    }),
    visitPage({ visitor: 'a', at: yesterday + 11 * hourMs, path: '/cart', clicks: 1 }),
    visitPage({ visitor: 'b', at: yesterday + 9.5 * hourMs, device: 'mobile' }),
    visitPage({ visitor: 'a', at: yesterday - 3 * dayMs + hourMs, distancePx: 1_000 }),
    visitPage({ visitor: 'c', at: yesterday - 10 * dayMs, clicks: 2, deadClicks: 2 }),
    visitPage({ visitor: 'k', at: yesterday - 6 * hourMs, site: 'kolkata' }),
    visitPage({ visitor: 'k', at: yesterday - 5 * hourMs, site: 'kolkata' }),
  ]);
});

afterAll(() => api.stop());

test('every day has its bucket, also those in which nothing happened', async () => {
  const { interval, points, total, previous } = await ask(`${lastWeek}, metric: SESSIONS`);
  expect(interval).toBe('DAY');
  expect(points.map(({ at }) => at)).toEqual([7, 6, 5, 4, 3, 2, 1].map(day));
  expect(points.map(({ value }) => value)).toEqual([0, 0, 0, 1, 0, 0, 3]);
  expect(total).toBe(4);
  expect(previous).toBeNull();
});

test('visitors are distinct in each bucket, and over all of them', async () => {
  const { points, total } = await ask(`${lastWeek}, metric: VISITORS`);
  expect(points.map(({ value }) => value)).toEqual([0, 0, 0, 1, 0, 0, 2]);
  expect(total).toBe(2);
  const hours = await ask(
    `site: "shop", from: "${day(1)}", to: "${day(1)}", metric: VISITORS, interval: HOUR`,
  );
  expect(hours.points.map(({ value }) => value).slice(8, 13)).toEqual([0, 2, 0, 1, 0]);
  expect(hours.total).toBe(2);
});

test('rates are shares of the clicks in their bucket; without clicks there is none', async () => {
  const { points, total } = await ask(`${lastWeek}, metric: DEAD_CLICK_RATE`);
  expect(points.slice(-2)).toMatchObject([
    { value: null, count: 0 },
    { value: 20, count: 5 },
  ]);
  expect(total).toBe(20);
  expect((await ask(`${lastWeek}, metric: RAGE_CLICK_RATE`)).total).toBe(0);
});

test('speed is the mean over sessions with a mouse', async () => {
  const { points, total } = await ask(`${lastWeek}, metric: AVG_SPEED`);
  expect(points.at(-1)).toMatchObject({ value: 25, count: 2 });
  expect(total).toBe((50 + 0 + 100) / 3);
});

test('one page or one class of devices can be followed alone', async () => {
  const total = async (args: string) => (await ask(`${lastWeek}, ${args}`)).total;
  expect(await total('metric: PAGE_VIEWS')).toBe(4);
  expect(await total('metric: PAGE_VIEWS, page: "/cart"')).toBe(1);
  expect(await total('metric: CLICKS, page: "https://shop.test/cart"')).toBe(1);
  expect(await total('metric: SESSIONS, device: MOBILE')).toBe(1);
  expect(await total('metric: VISITORS, device: MOBILE')).toBe(1);
  expect(await total('metric: VISITORS, page: "/cart"')).toBe(1);
  expect(await total('metric: VISITORS, page: "/cart", device: MOBILE')).toBe(0);
});

test('the period before has as many days and ends where this one begins', async () => {
  const { previous, previousTotal } = await ask(`${lastWeek}, metric: CLICKS, compare: true`);
  expect(previous).toHaveLength(7);
  expect(previous?.at(-1)?.at).toBe(day(8));
  expect(previous?.map(({ value }) => value)).toEqual([0, 0, 0, 2, 0, 0, 0]);
  expect(previousTotal).toBe(2);
});

test('hours are those on the clock of the site', async () => {
  // 18:00 and 19:00 UTC are 23:30 and 00:30 there.
  const { points } = await ask(
    `site: "kolkata", from: "${day(2)}", to: "${day(1)}", metric: SESSIONS, interval: DAY`,
  );
  expect(points.map(({ at }) => at.slice(11))).toEqual(['18:30:00.000Z', '18:30:00.000Z']);
  expect(points.map(({ value }) => value)).toEqual([1, 1]);
  const hours = await ask(
    `site: "kolkata", from: "${day(2)}", to: "${day(1)}", metric: SESSIONS, interval: HOUR`,
  );
  const busy = hours.points.filter(({ count }) => count > 0).map(({ at }) => at);
  expect(busy).toEqual([
    new Date(yesterday - 6.5 * hourMs).toISOString(),
    new Date(yesterday - 5.5 * hourMs).toISOString(),
  ]);
});

test('few days are told by the hour unless asked otherwise, many days never', async () => {
  expect((await ask('site: "shop", metric: CLICKS, days: 2')).interval).toBe('HOUR');
  expect((await ask('site: "shop", metric: CLICKS, days: 3')).interval).toBe('DAY');
  await expect(
    ask('site: "shop", metric: CLICKS, days: 31, interval: HOUR'),
  ).resolves.toMatchObject({ interval: 'HOUR' });
  expect(
    await api.refusal(
      '{ timeline(site: "shop", metric: CLICKS, days: 32, interval: HOUR) { total } }',
    ),
  ).toBe('BAD_USER_INPUT: HOUR covers at most 31 days, not 32.');
});
