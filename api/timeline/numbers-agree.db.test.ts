import fc from 'fast-check';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Arrival, startTestApi, type TestApi } from '../testing/start-test-api.ts';
import { makeVisit, type OpenedApi, openTestApi, type Visit } from '../testing/test-api.ts';

const dayMs = 86_400_000;
const startOfToday = Math.floor(Date.now() / dayMs) * dayMs;

/** One thing that a visitor does, ms after the one before. */
const action = fc.record({
  what: fc.constantFrom('click', 'click', 'click', 'hover', 'move', 'scroll'),
  afterMs: fc.integer({ min: 50, max: 1_200 }),
  element: fc.integer({ min: 0, max: 2 }),
  /** A `ReactionKind`; 4 for none told yet. */
  reaction: fc.integer({ min: 0, max: 4 }),
  /** Whether the batch ends here. */
  cut: fc.boolean(),
});

const pageView = fc.record({
  visitor: fc.integer({ min: 0, max: 2 }),
  session: fc.integer({ min: 0, max: 1 }),
  path: fc.constantFrom('/', '/product/1', '/product/2'),
  hoursAgo: fc.integer({ min: 1, max: 70 }),
  actions: fc.array(action, { maxLength: 14 }),
});

type PageView = typeof pageView extends fc.Arbitrary<infer T> ? T : never;

type Action = PageView['actions'][number];

/** Writes one action down, at `t`. */
function act(visit: Visit, { what, afterMs, element: n, reaction }: Action, t: number): void {
  switch (what) {
    case 'click': {
      const seen = reaction === 4 ? undefined : { kind: reaction, afterMs: 30 };
      const place = { x: n * 20, y: 5, elementWidth: 50, elementHeight: 50 };
      visit.press({ t, element: n, ...place }, seen);
      break;
    }
    case 'hover':
      visit.event('hover', { t, element: n, durationMs: afterMs * 2 });
      break;
    case 'move':
      visit.move(t, afterMs, n * 100);
      break;
    default:
      visit.event('scroll', { t, y: n * 300, height: 2_000, viewport: 800 });
  }
}

/** The view's batches, cut where the actions say so, or (`cutAll`) everywhere else. */
function record(view: PageView, site: string, index: number, cutAll: boolean): Arrival[] {
  const visit = makeVisit({
    site,
    visitor: `visitor ${view.visitor}`,
    session: `session ${view.visitor} ${view.session}`,
    view: `view ${index}`,
    startedAt: startOfToday - view.hoursAgo * 3_600_000,
    url: `https://shop.test${view.path}`,
  });
  for (const n of [0, 1, 2]) visit.element({ tag: 'button', id: `b${n}`, path: `b${n}` });
  const arrivals: Arrival[] = [];
  let t = 0;
  for (const action of view.actions) {
    t += action.afterMs;
    act(visit, action, t);
    if (action.cut === cutAll) arrivals.push(visit.arrive());
  }
  return [...arrivals, visit.arrive(t + 9_000)];
}

interface Numbers {
  readonly statistics: {
    readonly totalSessions: number;
    readonly totalClicks: number;
    readonly rageClickRate: number;
    readonly deadClickRate: number;
    readonly mostClickedElements: readonly { readonly clicks: number }[];
    readonly movementPatterns: readonly { readonly sessions: number }[];
  };
  readonly pattern: { readonly indicators: Readonly<Record<string, number | null>> };
  readonly pages: {
    readonly nodes: readonly {
      readonly views: number;
      readonly visitors: number;
      readonly clicks: number;
      readonly rageClicks: number;
      readonly deadClicks: number;
    }[];
  };
  readonly views: { readonly total: number };
  readonly visitors: { readonly total: number };
  readonly clicks: { readonly total: number };
  readonly rage: { readonly points: readonly { readonly value: number | null }[] };
  readonly areas: readonly { readonly rageClicks: number; readonly affectedUsers: number }[];
  readonly dead: readonly { readonly deadClicks: number }[];
}

const everything = `query ($site: ID!) {
  statistics: mouseStatistics(site: $site) { totalSessions totalClicks rageClickRate deadClickRate
    avgDistancePerSession avgSpeedPxPerSec movementPatterns { pattern sessions }
    mostClickedElements { page clicks element { elementId } } }
  pattern: mousePattern(site: $site) { patternType indicators { clickPrecision movementEfficiency
    rageClickFrequency hesitationFrequency deadClickRate } }
  pages(site: $site) { nodes { route views visitors sessions clicks rageClicks deadClicks
    avgTimeSeconds avgScrollDepthPercent } }
  views: timeline(site: $site, metric: PAGE_VIEWS) { total points { value } }
  visitors: timeline(site: $site, metric: VISITORS) { total points { value } }
  clicks: timeline(site: $site, metric: CLICKS, days: 5, interval: HOUR) { total points { value } }
  rage: timeline(site: $site, metric: RAGE_CLICK_RATE) { total points { value } }
  areas: rageClickAreas(site: $site, includeProductive: true, limit: 100) {
    page rageClicks rageBursts affectedUsers avgX avgY severity }
  dead: deadClickElements(site: $site, limit: 100) { page elementId deadClicks affectedUsers issue }
  hovers: hoverInsights(site: $site, page: "/", minDuration: 0) { count avgDurationMs uniqueUsers }
}`;

let api: OpenedApi;
let other: TestApi;
let runs = 0;

beforeAll(async () => {
  const pairs = Array.from({ length: 40 }, (_, run) => [`straight${run}`, `shuffled${run}`]);
  api = await openTestApi(
    inject('mongodbUri'),
    'numbers_agree_test',
    pairs.flat().map((siteId) => ({ siteId, timeZone: 'UTC' })),
  );
  other = await startTestApi(api.mongodbUri, { sites: [] });
});

afterAll(async () => {
  await other.stop();
  await api.stop();
});

function sum<T>(rows: readonly T[], value: (row: T) => number): number {
  return rows.reduce((total, row) => total + value(row), 0);
}

function expectToAgree(numbers: Numbers, views: readonly PageView[]): void {
  const { statistics, pattern, pages } = numbers;
  const rates = [statistics.rageClickRate, statistics.deadClickRate];
  const others = [...Object.values(pattern.indicators), ...numbers.rage.points.map((p) => p.value)];
  for (const rate of [...rates, ...others]) {
    expect(rate ?? 0).toBeGreaterThanOrEqual(0);
    expect(rate ?? 0).toBeLessThanOrEqual(100);
  }
  expect(numbers.views.total).toBe(views.length);
  expect(sum(pages.nodes, (page) => page.views)).toBe(views.length);
  expect(numbers.visitors.total).toBe(new Set(views.map(({ visitor }) => visitor)).size);
  expect(sum(pages.nodes, (page) => page.clicks)).toBe(statistics.totalClicks);
  expect(numbers.clicks.total).toBe(statistics.totalClicks);
  expect(sum(statistics.mostClickedElements, ({ clicks }) => clicks)).toBe(statistics.totalClicks);
  expect(sum(statistics.movementPatterns, ({ sessions }) => sessions)).toBe(
    statistics.totalSessions,
  );
  const rageClicks = sum(pages.nodes, (page) => page.rageClicks);
  expect(statistics.rageClickRate * statistics.totalClicks).toBeCloseTo(rageClicks * 100, 6);
  const listed = sum(numbers.dead, ({ deadClicks }) => deadClicks);
  expect(listed).toBeLessThanOrEqual(sum(pages.nodes, (page) => page.deadClicks));
}

test('however batches are cut, in whatever order and through whichever process they come, all numbers are the same and agree', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(pageView, { minLength: 1, maxLength: 6 }),
      fc.array(fc.nat(), { minLength: 200, maxLength: 200 }),
      async (views, order) => {
        const run = runs++;
        const straight = views.flatMap((view, i) => record(view, `straight${run}`, i, true));
        const shuffled = views
          .flatMap((view, i) => record(view, `shuffled${run}`, i, false))
          .map((arrival, i) => ({ arrival, place: order[i] ?? 0 }))
          .sort((a, b) => a.place - b.place)
          .map(({ arrival }) => arrival);
        await api.take(straight);
        for (let i = 0; i < shuffled.length; i += 6) {
          await api.take(shuffled.slice(i, i + 3));
          await other.ingest(shuffled.slice(i + 3, i + 6));
        }
        const numbers = await api.ask<Numbers>(everything, { site: `straight${run}` });
        expect(await api.ask(everything, { site: `shuffled${run}` })).toEqual(numbers);
        expectToAgree(numbers, views);
      },
    ),
    { numRuns: 12, endOnFailure: true, seed: 20_261_121 },
  );
}, 120_000);
