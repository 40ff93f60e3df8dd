import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Arrival } from '../testing/start-test-api.ts';
import { makeVisit, type OpenedApi, openTestApi } from '../testing/test-api.ts';

const now = Date.now();

let api: OpenedApi;

interface Rest {
  readonly id: string;
  /** How long each of the session's hovers over it lasts, ms. */
  readonly durations: readonly number[];
  readonly clicked?: boolean;
}

/** One session that hovers over elements of a page. */
function hoverOver(
  page: string,
  visitor: string,
  rests: readonly Rest[],
  session = visitor,
  startedAt = now - 600_000,
): Arrival {
  const visit = makeVisit({
    session: `${page} ${session}`,
    visitor,
    startedAt,
    url: `https://shop.test${page}`,
  });
  let t = 0;
  for (const { id, durations, clicked } of rests) {
    const element = visit.element({ tag: 'a', id, path: `nav>a#${id}` });
    for (const durationMs of durations) {
      visit.event('hover', { t, element, durationMs, clicked: clicked ? 1 : 0 });
      t += durationMs + 100;
    }
  }
  return visit.arrive(t);
}

/** As many visitors, each hovering over the element once for so long. */
function hoverBy(visitors: number, page: string, id: string, durationMs: number): Arrival[] {
  return Array.from({ length: visitors }, (_, i) =>
    hoverOver(page, `v${i}`, [{ id, durations: [durationMs] }], `${id} ${i}`),
  );
}

interface Insight {
  readonly element: { readonly elementId: string };
  readonly count: number;
  readonly avgDurationMs: number;
  readonly clickConversionPercent: number;
  readonly uniqueUsers: number;
  readonly engagement: string;
  readonly sessions: { readonly totalCount: number };
}

async function askInsights(page: string, minDuration?: number): Promise<Map<string, Insight>> {
  const query = `query ($page: String!, $minDuration: Int) {
    hoverInsights(page: $page, minDuration: $minDuration) {
      element { elementId } count avgDurationMs clickConversionPercent uniqueUsers engagement
      sessions { totalCount }
    }
  }`;
  const variables = { page, ...(minDuration === undefined ? {} : { minDuration }) };
  const answer = await api.ask<{ hoverInsights: Insight[] }>(query, variables);
  return new Map(answer.hoverInsights.map((insight) => [insight.element.elementId, insight]));
}

beforeAll(async () => {
  api = await openTestApi(inject('mongodbUri'), 'hover_insights_test');
});

afterAll(() => api.stop());

test('an element needs more than 5 merged records', async () => {
  await api.take([...hoverBy(5, '/five', 'five', 2_000), ...hoverBy(6, '/five', 'six', 2_000)]);
  const insights = await askInsights('/five');
  expect([...insights.keys()]).toEqual(['six']);
  expect(insights.get('six')).toMatchObject({ count: 6, uniqueUsers: 6, avgDurationMs: 2_000 });
});

test('a record counts from the minimum duration on', async () => {
  await api.take([...hoverBy(6, '/min', 'at', 1_000), ...hoverBy(6, '/min', 'below', 999)]);
  expect([...(await askInsights('/min')).keys()]).toEqual(['at']);
  expect([...(await askInsights('/min', 999)).keys()]).toEqual(['at', 'below']);
  expect([...(await askInsights('/min', 1_001)).keys()]).toEqual([]);
});

test('the hovers of one session over one element are one record, whose durations add up', async () => {
  await api.take(
    Array.from({ length: 6 }, (_, i) =>
      hoverOver('/merged', `m${i}`, [{ id: 'menu', durations: [300, 300, 400] }]),
    ),
  );
  expect((await askInsights('/merged')).get('menu')).toMatchObject({
    count: 6,
    avgDurationMs: 1_000,
    sessions: { totalCount: 6 },
  });
});

test.each([
  [5_001, 'VERY_HIGH'],
  [5_000, 'HIGH'],
  [3_001, 'HIGH'],
  [3_000, 'MEDIUM'],
  [1_501, 'MEDIUM'],
  [1_500, 'LOW'],
  [501, 'LOW'],
  [500, 'VERY_LOW'],
])('an average of %i ms is %s engagement', async (durationMs, engagement) => {
  const page = `/engagement-${engagement.toLowerCase()}/of/${durationMs}ms`;
  await api.take(hoverBy(6, page, 'it', durationMs));
  const insight = (await askInsights(page, 0)).get('it');
  expect(insight?.engagement).toBe(engagement);
});

test('conversion is the share of records that ended in a click, and people are counted once', async () => {
  const rest = (clicked: boolean) => [{ id: 'buy', durations: [1_200], clicked }];
  await api.take([
    ...[1, 2, 3, 4, 5, 6].map((n) => hoverOver('/buy', 'ann', rest(n <= 2), `ann ${n}`)),
    ...[1, 2].map((n) => hoverOver('/buy', 'bob', rest(false), `bob ${n}`)),
  ]);
  const expected = { count: 8, clickConversionPercent: 25, uniqueUsers: 2 };
  expect((await askInsights('/buy')).get('buy')).toMatchObject(expected);
  expect((await askInsights('/buy', 1_200)).get('buy')).toMatchObject(expected);
});

test('the 20 that hold people longest are listed, longest first', async () => {
  const rests = Array.from({ length: 21 }, (_, i) => ({
    id: `n${i}`,
    durations: [1_000 + i * 10],
  }));
  await api.take(Array.from({ length: 6 }, (_, i) => hoverOver('/twenty', `t${i}`, rests)));
  const ids = [...(await askInsights('/twenty')).keys()];
  expect(ids).toHaveLength(20);
  expect(ids[0]).toBe('n20');
  expect(ids).not.toContain('n0');
});

test('a negative duration is refused', async () => {
  expect(await api.refusal('{ hoverInsights(page: "/", minDuration: -1) { count } }')).toBe(
    'BAD_USER_INPUT: minDuration is -1; it must be 0 to 86400000 ms.',
  );
});

test('the records of as many days before are told, however few', async () => {
  const dayMs = 86_400_000;
  const rests = [{ id: 'menu', durations: [1_200] }];
  const hovered = (daysAgo: number, n: number) =>
    hoverOver('/before', `d${n}`, rests, `${daysAgo} ${n}`, now - daysAgo * dayMs);
  await api.take([
    ...[1, 2, 3, 4, 5, 6].map((n) => hovered(1, n)),
    ...[1, 2].map((n) => hovered(8, n)),
    hovered(15, 1),
  ]);
  for (const minDuration of [1_000, 1_200]) {
    const { hoverInsights } = await api.ask<{ hoverInsights: object[] }>(
      `{ hoverInsights(page: "/before", days: 7, minDuration: ${minDuration}) { count previousCount } }`,
    );
    expect(hoverInsights).toEqual([{ count: 6, previousCount: 2 }]);
  }
});
