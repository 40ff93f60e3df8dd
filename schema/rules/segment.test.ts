import fc from 'fast-check';
import { expect, it } from 'vitest';
import { computeDistance, type TimedPoint } from './point.ts';
import { extendSegment, type Segment, startSegment } from './segment.ts';

const anyPoints = fc.array(
  fc.record({
    t: fc.nat(10_000),
    x: fc.integer({ min: -60, max: 60 }),
    y: fc.integer({ min: -60, max: 60 }),
  }),
  { minLength: 1, maxLength: 80, size: 'max' },
);

function measure(points: readonly TimedPoint[]): Segment {
  const [first = { t: 0, x: 0, y: 0 }, ...others] = points;
  return others.reduce(extendSegment, startSegment(first));
}

function measurePath(points: readonly TimedPoint[]): number {
  return points.reduce((sum, point, i) => sum + computeDistance(points[i - 1] ?? point, point), 0);
}

/** The definition, over all points at once. */
function measureTurns(points: readonly TimedPoint[]) {
  const vertices: TimedPoint[] = [];
  for (const point of points) {
    const last = vertices.at(-1);
    if (!last || (point.x - last.x) ** 2 + (point.y - last.y) ** 2 >= 25) vertices.push(point);
  }
  let absoluteTurn = 0;
  let netTurn = 0;
  let reversals = 0;
  for (const [i, c] of vertices.entries()) {
    const [a, b] = [vertices[i - 2], vertices[i - 1]];
    if (!a || !b) continue;
    const [ux, uy, vx, vy] = [b.x - a.x, b.y - a.y, c.x - b.x, c.y - b.y];
    const turn = Math.atan2(ux * vy - uy * vx, ux * vx + uy * vy);
    absoluteTurn += Math.abs(turn);
    if (ux * vx + uy * vy < 0) reversals++;
    else netTurn += turn;
  }
  return { vertices: vertices.length, absoluteTurn, netTurn, reversals };
}

it('measures sample by sample what the definition measures over all samples', () => {
  fc.assert(
    fc.property(anyPoints, (points) => {
      const xs = points.map(({ x }) => x);
      const ys = points.map(({ y }) => y);
      expect(measure(points)).toMatchObject({
        samples: points.length,
        first: points[0],
        last: points.at(-1),
        pathPx: measurePath(points),
        minX: Math.min(...xs),
        maxX: Math.max(...xs),
        minY: Math.min(...ys),
        maxY: Math.max(...ys),
        ...measureTurns(points),
      });
    }),
  );
});

it('makes a vertex of a sample 5 px from the last one, and none of one that is nearer', () => {
  expect(measure([at(0, 0), at(3, 3)]).vertices).toBe(1);
  expect(measure([at(0, 0), at(3, 4)]).vertices).toBe(2);
});

it('keeps reversals out of the net turn: to and fro is no circling', () => {
  const shuttle = measure([at(0, 0), at(100, 0), at(0, 10), at(100, 20), at(0, 30)]);
  expect(shuttle.reversals).toBe(3);
  expect(shuttle.netTurn).toBe(0);
  const corner = measure([at(0, 0), at(10, 0), at(10, 10)]);
  expect(corner).toMatchObject({ reversals: 0, netTurn: Math.PI / 2 });
});

function at(x: number, y: number): TimedPoint {
  return { t: 0, x, y };
}
