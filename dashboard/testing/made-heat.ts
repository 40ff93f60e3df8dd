import { findButton, makeShape } from './made-shape.ts';
import { makeRandom } from './made-trail.ts';

type Args = Readonly<Record<string, unknown>>;

/** An element as the API tells it. */
export const makeElement = (label: string) => ({
  label,
  path: `main > ${label.split(' ')[0]}`,
  name: null,
  elementType: label.split(/[ .]/)[0],
  elementId: null,
  elementClass: null,
});

const spots = [
  { left: 320, top: 300 },
  { left: 900, top: 520 },
  { left: 640, top: 1_180 },
];

/** A heatmap of three warm spots. */
export function makeHeatmap(args: Args, sessions: readonly unknown[]) {
  const { layer, gridSize, page } = args;
  const shape = makeShape('told', Number(args.shapeWidth ?? 1_280));
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
    anchored: anchored(layer, findButton(shape)),
    wireframe: shape,
    shapeWidths: [
      { width: 390, minWidth: null, maxWidth: 479 },
      { width: 1_280, minWidth: 1_280, maxWidth: 1_535 },
    ],
    trails: sessions.slice(0, 12).map((session) => Reflect.get(session as object, 'trail')),
    sessions: { nodes: sessions.slice(0, 3), totalCount: 3 },
  };
}

function anchored(layer: unknown, box: object | null) {
  if (!['CLICKS', 'RAGE', 'DEAD'].includes(String(layer))) return [];
  const at = (label: string, x: number, y: number, count: number) => ({
    element: makeElement(label),
    path: makeElement(label).path,
    box: label.startsWith('button') ? box : null,
    ...{ x, y, count },
  });
  return [
    at('button “Add to cart”', 0.525, 0.475, 310),
    at('button “Add to cart”', 0.725, 0.525, 94),
    at('a “Delivery and returns”', 0.225, 0.525, 41),
  ];
}
