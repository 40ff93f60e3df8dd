import { makeElement as element, makeHeatmap } from './made-heat.ts';
import { makeQuestions } from './made-questions.ts';
import { makeRandom } from './made-trail.ts';

type Args = Readonly<Record<string, unknown>>;

const routes = ['/', '/product/:id', '/cart', '/checkout', '/help/shipping'];
const noSessions = { nodes: [], totalCount: 0, edges: [], pageInfo: { hasNextPage: false } };

const mouseStatistics = {
  totalSessions: 1_204,
  avgDistancePerSession: 18_420.5,
  avgSpeedPxPerSec: 412.7,
  totalClicks: 9_310,
  rageClickRate: 6.2,
  deadClickRate: 2.1,
  mostClickedElements: [
    { page: '/product/:id', element: element('button “Add to cart”'), clicks: 1_204 },
  ],
  movementPatterns: [
    { pattern: 'LINEAR', sessions: 800 },
    { pattern: 'ERRATIC', sessions: 300 },
    { pattern: null, sessions: 104 },
  ],
};

const mousePattern = {
  patternType: 'EXPLORER',
  confidence: 0.7,
  indicators: {
    clickPrecision: 64.2,
    movementEfficiency: 88,
    rageClickFrequency: 4.1,
    hesitationFrequency: 37,
    pathEfficiency: 0.71,
    deadClickRate: 0.02,
    avgDistancePx: 52_000,
    sessions: 12,
  },
};

/** Answers of the numbers' fields, by field name: made data of a shop's month. */
export function makeNumbers(sessions: readonly unknown[]): Record<string, unknown> {
  const connection = (nodes: readonly unknown[]) => ({
    nodes,
    totalCount: nodes.length,
    pageInfo: { hasNextPage: false, endCursor: null },
  });
  const behind = connection(sessions.slice(0, 3));
  return {
    site: null,
    tokens: [token('owner', 'OWNER', []), token('Support team', 'READER', ['shop'])],
    ...makeQuestions(sessions),
    pages: connection(routes.map(makePage)),
    timeline: makeTimeline,
    heatmap: (args: Args) => makeHeatmap(args, sessions),
    alerts: [],
    alertFirings: [],
    rageClickAreas: [
      rageArea('/checkout', 'button “Pay in instalments”', [64, 32], 'CRITICAL', behind),
      rageArea('/checkout', 'button “Swiftly”', [27, 30], 'HIGH', behind),
      rageArea('/product/:id', 'img.zoom', [8, 0], 'LOW', behind),
    ],
    deadClickElements: [
      deadElement('/checkout', 'button “Pay in instalments”', 31, 'BROKEN_INTERACTION', behind),
      deadElement('/', 'div.teaser', 12, 'NON_INTERACTIVE_ELEMENT', behind),
    ],
    pageAnalyses: [],
    hoverInsights: [
      {
        element: element('a “Delivery and returns”'),
        count: 48,
        previousCount: 48,
        avgDurationMs: 3_400,
        clickConversionPercent: 12.5,
        uniqueUsers: 31,
        engagement: 'HIGH',
        sessions: behind,
      },
    ],
    mouseStatistics,
    mousePattern,
    people: connection([
      {
        visitorId: 'k2Rv9Q2mAbCdEfGh',
        userId: 'k2Rv9Q2mAbCdEfGh',
        identified: false,
        lastSeenAt: '2026-03-12T12:00:00.000Z',
        device: 'DESKTOP',
        browser: 'Chrome',
        country: 'DE',
        sessionCount: 4,
        sessions: noSessions,
      },
    ]),
  };
}

function token(name: string, role: string, sites: readonly string[]) {
  return { id: `token-${name}`, name, role, sites, createdAt: '2026-01-01T00:00:00.000Z' };
}

function makePage(route: string, rank: number) {
  return {
    __typename: 'Page',
    id: `page-${rank}`,
    route,
    exampleUrl: `https://shop.example${route}`,
    views: 4_000 - rank * 700,
    visitors: 1_800 - rank * 300,
    sessions: 2_000 - rank * 320,
    avgTimeSeconds: 48 + rank * 9,
    avgScrollDepthPercent: 71 - rank * 8,
    clicks: 3_100 - rank * 500,
    rageClicks: rank * 14,
    deadClicks: rank * 9,
    documentWidth: 1_280,
    documentHeight: 1_600,
  };
}

function makeTimeline({ metric, compare }: Args) {
  const random = makeRandom(String(metric).length);
  const isRate = String(metric).endsWith('RATE');
  const most = isRate ? 8 : 300;
  const points = Array.from({ length: 30 }, (_, day) => ({
    at: new Date(Date.parse('2026-02-10T23:00:00Z') + day * 86_400_000).toISOString(),
    value: most * (0.4 + 0.4 * random() + 0.15 * Math.sin(day / 2)),
    count: 100,
  }));
  return {
    metric,
    interval: 'DAY',
    points,
    previous: compare ? points.map((point) => ({ ...point, value: point.value * 0.8 })) : null,
    total: isRate ? 6.2 : 6_120,
    previousTotal: compare ? (isRate ? 5.1 : 5_470) : null,
  };
}

function rageArea(
  page: string,
  label: string,
  [rageClicks, previousRageClicks]: readonly [number, number],
  severity: string,
  sessions: object,
) {
  return {
    page,
    element: element(label),
    key: `rage ${label}`,
    markedAt: null,
    rageClicks,
    previousRageClicks,
    rageBursts: Math.ceil(rageClicks / 4),
    affectedUsers: Math.ceil(rageClicks / 5),
    avgX: 640,
    avgY: 420,
    severity,
    reason: '4 clicks, 720 ms, 11 px, no reaction',
    sessions,
  };
}

function deadElement(
  page: string,
  label: string,
  deadClicks: number,
  issue: string,
  sessions: object,
) {
  return {
    page,
    element: element(label),
    elementType: label.split(/[ .]/)[0],
    elementId: null,
    elementClass: null,
    key: `dead ${label}`,
    markedAt: null,
    deadClicks,
    previousDeadClicks: 10,
    affectedUsers: Math.ceil(deadClicks / 2),
    issue,
    reason: 'nothing changed within 5 s',
    sessions,
  };
}
