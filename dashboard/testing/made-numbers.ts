import { makeRandom } from './made-trail.ts';

type Args = Readonly<Record<string, unknown>>;

const routes = ['/', '/product/:id', '/cart', '/checkout', '/help/shipping'];
const element = (label: string) => ({
  label,
  path: `main > ${label.split(' ')[0]}`,
  name: null,
  elementType: label.split(/[ .]/)[0],
  elementId: null,
  elementClass: null,
});
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
    pages: connection(routes.map(makePage)),
    timeline: makeTimeline,
    heatmap: (args: Args) => makeHeatmap(args, sessions),
    rageClickAreas: [
      rageArea('/checkout', 'button “Pay in instalments”', 64, 'CRITICAL', behind),
      rageArea('/checkout', 'button “Swiftly”', 27, 'HIGH', behind),
      rageArea('/product/:id', 'img.zoom', 8, 'LOW', behind),
    ],
    deadClickElements: [
      deadElement('/checkout', 'button “Pay in instalments”', 31, 'BROKEN_INTERACTION', behind),
      deadElement('/', 'div.teaser', 12, 'NON_INTERACTIVE_ELEMENT', behind),
    ],
    hoverInsights: [
      {
        element: element('a “Delivery and returns”'),
        count: 48,
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

const spots = [
  { left: 320, top: 300 },
  { left: 900, top: 520 },
  { left: 640, top: 1_180 },
];

function makeHeatmap({ layer, gridSize, page }: Args, sessions: readonly unknown[]) {
  const random = makeRandom(7);
  const side = Number(gridSize);
  const cells = new Map<string, { x: number; y: number; count: number }>();
  for (let i = 0; i < 4_000; i++) {
    const spread = () => (random() + random() + random() - 1.5) * 300;
    const spot = spots[i % 3] ?? { left: 0, top: 0 };
    const x = Math.max(0, Math.floor((spot.left + spread()) / side) * side);
    const y = Math.max(0, Math.floor((spot.top + spread() * 0.6) / side) * side);
    const cell = cells.get(`${x},${y}`) ?? { x, y, count: 0 };
    cell.count++;
    cells.set(`${x},${y}`, cell);
  }
  const points = [...cells.values()].toSorted((a, b) => b.count - a.count);
  const maxCount = points[0]?.count ?? 1;
  return {
    page,
    layer,
    gridSize,
    documentWidth: 1_280,
    documentHeight: 1_600,
    total: 4_000,
    cellCount: points.length,
    maxCount,
    visitors: 812,
    points: points.map((point) => ({
      ...point,
      clickCount: point.count,
      intensity: point.count / maxCount,
      uniqueUsers: Math.ceil(point.count * 0.7),
    })),
    bands: Array.from({ length: 20 }, (_, i) => ({
      fromPercent: i * 5,
      toPercent: i * 5 + 5,
      share: Math.max(0, 1 - (i / 21) ** 1.4),
      seconds: 900 * Math.exp(-((i - 4) ** 2) / 20),
      visitors: 812 - i * 31,
    })),
    anchored: anchored(layer),
    trails: sessions.slice(0, 12).map((session) => Reflect.get(session as object, 'trail')),
    sessions: { nodes: sessions.slice(0, 3), totalCount: 3 },
  };
}

function anchored(layer: unknown) {
  if (!['CLICKS', 'RAGE', 'DEAD'].includes(String(layer))) return [];
  const at = (label: string, x: number, y: number, count: number) => ({
    element: element(label),
    path: element(label).path,
    ...{ x, y, count },
  });
  return [
    at('button “Add to cart”', 0.525, 0.475, 310),
    at('button “Add to cart”', 0.725, 0.525, 94),
    at('a “Delivery and returns”', 0.225, 0.525, 41),
  ];
}

function rageArea(
  page: string,
  label: string,
  rageClicks: number,
  severity: string,
  sessions: object,
) {
  return {
    page,
    element: element(label),
    rageClicks,
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
    deadClicks,
    affectedUsers: Math.ceil(deadClicks / 2),
    issue,
    reason: 'nothing changed within 5 s',
    sessions,
  };
}
