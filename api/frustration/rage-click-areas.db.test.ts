import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { makeVisit, type OpenedApi, openTestApi } from '../testing/test-api.ts';
import { clickAway, nothing, now, strong } from './testing/click-away.ts';

const dayMs = 86_400_000;

let api: OpenedApi;

const areasQuery = `query ($page: String, $limit: Int, $days: Int, $from: DateTime, $to: DateTime, $all: Boolean) {
  rageClickAreas(page: $page, limit: $limit, days: $days, from: $from, to: $to, includeProductive: $all) {
    page rageClicks rageBursts affectedUsers avgX avgY severity reason
    element { elementId elementType elementClass path }
    sessions { totalCount nodes { visitorId rageClicks } }
  }
}`;

interface Area {
  readonly page: string;
  readonly rageClicks: number;
  readonly rageBursts: number;
  readonly affectedUsers: number;
  readonly avgX: number;
  readonly severity: string;
  readonly reason: string;
  readonly element: { readonly elementId: string };
  readonly sessions: { readonly totalCount: number };
}

async function askAreas(variables: Record<string, unknown>): Promise<Map<string, Area>> {
  const { rageClickAreas } = await api.ask<{ rageClickAreas: Area[] }>(areasQuery, variables);
  return new Map(rageClickAreas.map((area) => [area.element.elementId, area]));
}

beforeAll(async () => {
  api = await openTestApi(inject('mongodbUri'), 'rage_click_areas_test');
  const severities = [3, 4, 10, 11, 20, 21, 50, 51];
  await api.take(severities.map((clicks) => clickAway({ clicks, id: `rage${clicks}` })));
});

afterAll(() => api.stop());

test('more than 3 rage clicks make an area, and its severity rises above 10, 20 and 50', async () => {
  const areas = await askAreas({ page: '/pay' });
  const severityOf = (clicks: number) => areas.get(`rage${clicks}`)?.severity;
  expect(severityOf(3)).toBeUndefined();
  expect(severityOf(4)).toBe('LOW');
  expect(severityOf(10)).toBe('LOW');
  expect(severityOf(11)).toBe('MEDIUM');
  expect(severityOf(20)).toBe('MEDIUM');
  expect(severityOf(21)).toBe('HIGH');
  expect(severityOf(50)).toBe('HIGH');
  expect(severityOf(51)).toBe('CRITICAL');
});

test('an area tells clicks, bursts, place, reason and the sessions behind it', async () => {
  const area = (await askAreas({ page: 'https://shop.test/pay?x=1' })).get('rage4');
  expect(area).toMatchObject({
    page: '/pay',
    rageClicks: 4,
    rageBursts: 1,
    affectedUsers: 1,
    avgX: 105,
    avgY: 200,
    reason: '4 clicks, 600 ms, 10 px, no reaction',
    element: { elementType: 'button', elementClass: 'pay', path: 'main>button#rage4' },
    sessions: { totalCount: 1, nodes: [{ rageClicks: 4 }] },
  });
});

test('the worst areas come first, as many as asked for', async () => {
  const { rageClickAreas } = await api.ask<{ rageClickAreas: Area[] }>(areasQuery, { limit: 2 });
  expect(rageClickAreas.map(({ rageClicks }) => rageClicks)).toEqual([51, 50]);
});

test.each([
  ['rageClickAreas(limit: 0)', 'limit is 0; it must be 1 to 100.'],
  ['rageClickAreas(limit: 101)', 'limit is 101; it must be 1 to 100.'],
  ['rageClickAreas(days: 0)', 'days is 0; it must be 1 to 365.'],
  ['rageClickAreas(days: 366)', 'days is 366; it must be 1 to 365.'],
  [
    'rageClickAreas(from: "2026-02-02T00:00:00Z", to: "2026-02-01T00:00:00Z")',
    'from is later than to.',
  ],
])('%s is refused', async (field, message) => {
  expect(await api.refusal(`{ ${field} { page } }`)).toBe(`BAD_USER_INPUT: ${message}`);
});

test('limits and days up to their ends are answered', async () => {
  await expect(askAreas({ limit: 1, days: 1 })).resolves.toBeDefined();
  await expect(askAreas({ limit: 100, days: 365 })).resolves.toBeDefined();
});

test('one person in two sessions is one affected user; bursts add up over sessions', async () => {
  const url = 'https://shop.test/people';
  await api.take([
    clickAway({ clicks: 3, id: 'go', url, visitor: 'ann', session: 'people 1' }),
    clickAway({ clicks: 4, id: 'go', url, visitor: 'ann', session: 'people 2' }),
    clickAway({ clicks: 5, id: 'go', url, visitor: 'bob', session: 'people 3' }),
  ]);
  expect((await askAreas({ page: '/people' })).get('go')).toMatchObject({
    rageClicks: 12,
    rageBursts: 3,
    affectedUsers: 2,
    severity: 'MEDIUM',
    sessions: { totalCount: 3 },
  });
});

test('productive bursts count only where they are asked for', async () => {
  const url = 'https://shop.test/stepper';
  await api.take([clickAway({ clicks: 6, id: 'plus', url, reaction: strong })]);
  expect((await askAreas({ page: '/stepper' })).size).toBe(0);
  expect((await askAreas({ page: '/stepper', all: true })).get('plus')).toMatchObject({
    rageClicks: 6,
    rageBursts: 1,
    affectedUsers: 1,
    sessions: { totalCount: 1 },
  });
});

test('only the days asked for count', async () => {
  const url = 'https://shop.test/days';
  const today = Math.floor(now / dayMs) * dayMs;
  const noon = (daysAgo: number) => today - daysAgo * dayMs + dayMs / 2;
  await api.take([
    clickAway({ clicks: 4, id: 'old', url, session: 'old', startedAt: noon(29) }),
    clickAway({ clicks: 4, id: 'older', url, session: 'older', startedAt: noon(30) }),
  ]);
  const ids = async (variables: object) => [
    ...(await askAreas({ page: '/days', ...variables })).keys(),
  ];
  expect(await ids({})).toEqual(['old']);
  expect(await ids({ days: 29 })).toEqual([]);
  expect(new Set(await ids({ days: 31 }))).toEqual(new Set(['old', 'older']));
  const date = new Date(noon(30)).toISOString();
  expect(await ids({ from: date, to: date })).toEqual(['older']);
});

test('a name that the site gave keeps an element together over paths and classes', async () => {
  const view = (session: string, path: string, className: string) => {
    const visit = makeVisit({
      session,
      visitor: session,
      startedAt: now - 60_000,
      url: 'https://shop.test/named',
    });
    const element = visit.element({ tag: 'button', path, class: className, name: 'Pay now' });
    for (let i = 0; i < 3; i++) visit.press({ t: i * 100, element, x: 5, y: 5 }, nothing);
    return visit.arrive(9_000);
  };
  await api.take([view('n1', 'main>button', 'a'), view('n2', 'aside>button', 'b')]);
  const { rageClickAreas } = await api.ask<{ rageClickAreas: Area[] }>(areasQuery, {
    page: '/named',
  });
  expect(rageClickAreas).toMatchObject([{ rageClicks: 6, affectedUsers: 2 }]);
});

test('an area tells its rage clicks of as many days before, few ones as well', async () => {
  const url = 'https://shop.test/before';
  const clicked = (id: string, daysAgo: number, clicks: number) =>
    clickAway({ id, url, clicks, session: `${id} ${daysAgo}`, startedAt: now - daysAgo * dayMs });
  await api.take([
    clicked('worse', 1, 8),
    clicked('worse', 8, 3),
    clicked('worse', 15, 40),
    clicked('fresh', 1, 4),
  ]);
  const { rageClickAreas } = await api.ask<{ rageClickAreas: object[] }>(
    '{ rageClickAreas(page: "/before", days: 7) { rageClicks previousRageClicks } }',
  );
  expect(rageClickAreas).toEqual([
    { rageClicks: 8, previousRageClicks: 3 },
    { rageClicks: 4, previousRageClicks: 0 },
  ]);
});
