import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type HeatmapFixture, makeVisit, openFixture, type Visit } from './heatmap-fixture.ts';
import { makeRandom } from './heatmap-traffic.ts';

const startedAt = Date.now() - 3 * 86_400_000;
const random = makeRandom(7);
const samples = Array.from({ length: 3_000 }, (_, i) => ({
  t: 50 * i,
  x: Math.floor(random() * 1600),
  y: Math.floor(random() * 1900),
}));
const presses = Array.from({ length: 60 }, (_, i) => ({
  t: 2_400 * i + 7,
  x: Math.floor(random() * 400),
  y: Math.floor(random() * 300),
}));

interface Answer {
  readonly heatmap: {
    readonly points: readonly { x: number; y: number; count: number; uniqueUsers: number | null }[];
    readonly cellCount: number;
    readonly trails: readonly {
      readonly viewIds: readonly string[];
      readonly x: readonly number[];
      readonly y: readonly number[];
      readonly tMs: readonly number[];
    }[];
    readonly bands: readonly { readonly seconds: number; readonly visitors: number }[];
    readonly sessions: { readonly nodes: readonly { readonly sessionId: string }[] };
  };
}

let fixture: HeatmapFixture;
let recorded: Visit;

beforeAll(async () => {
  fixture = await openFixture(inject('mongodbUri'), 'heatmap-session');
  recorded = makeVisit({ session: 'recorded', visitor: 'ann', startedAt });
  const other = makeVisit({ session: 'other', visitor: 'ben', startedAt: startedAt + 1 });
  other.press({ t: 5, x: 1, y: 1 }, { kind: 2 });
  other.move(10, 1, 1).until(60_000);
  const batches = [other.arrive()];
  for (let part = 0; part < 10; part++) {
    const from = part * 15_000;
    const isNow = ({ t }: { readonly t: number }) => t >= from && t < from + 15_000;
    for (const { t, x, y } of samples.filter(isNow)) recorded.move(t, x, y);
    for (const press of presses.filter(isNow)) recorded.press(press, { kind: 2, afterMs: 9 });
    if (part === 3) recorded.event('scroll', { t: from, y: 200, height: 2000, viewport: 800 });
    batches.push(recorded.arrive());
  }
  // The batches of a session may come in any order.
  await fixture.take(batches.reverse());
});

afterAll(() => fixture.stop());

async function ask(args: string): Promise<Answer['heatmap']> {
  const answer = await fixture.ask<Answer>(`{
    heatmap(${args}) {
      cellCount
      points { x y count uniqueUsers }
      trails { viewIds x y tMs }
      bands { seconds visitors }
      sessions { nodes { sessionId } }
    }
  }`);
  expect(answer.errors).toBeUndefined();
  return answer.data.heatmap;
}

function countGrid(places: readonly { readonly x: number; readonly y: number }[], side: number) {
  const corner = (px: number) => Math.floor(px / side) * side;
  const cells = Map.groupBy(places, ({ x, y }) => `${corner(x)},${corner(y)}`);
  return new Set([...cells].map(([cell, inside]) => `${cell}: ${inside.length}`));
}

test.each([
  ['CLICKS', presses],
  ['MOVES', samples],
] as const)(
  'a session has its own heatmap of %s, cell for cell, and all cells if asked',
  async (layer, all) => {
    for (const gridSize of [20, 50, 13]) {
      const args = `session: "${recorded.sessionId}", layer: ${layer}, gridSize: ${gridSize}, all: true`;
      const { points, cellCount } = await ask(args);
      const found = points.map(({ x, y, count }) => `${x},${y}: ${count}`);
      expect(new Set(found)).toEqual(countGrid(all, gridSize));
      expect(cellCount).toBe(points.length);
      expect(
        points.every(({ uniqueUsers }) => uniqueUsers === (layer === 'CLICKS' ? 1 : null)),
      ).toBe(true);
    }
  },
);

test('unless all are asked for, the top 1,000 cells come, and how many there are', async () => {
  const cells = countGrid(samples, 20).size;
  expect(cells).toBeGreaterThan(1_000);
  const { points, cellCount } = await ask(`session: "${recorded.sessionId}", layer: MOVES`);
  expect(points).toHaveLength(1_000);
  expect(cellCount).toBe(cells);
  const few = await ask(`session: "${recorded.sessionId}", layer: MOVES, gridSize: 100`);
  expect(few.points).toHaveLength(few.cellCount);
});

test("a session's trail, depth and time on screen are its own", async () => {
  const { trails } = await ask(`session: "${recorded.sessionId}", layer: TRAILS`);
  expect(trails).toHaveLength(1);
  expect(trails[0]?.x).toEqual(samples.map(({ x }) => x));
  expect(trails[0]?.tMs).toEqual(samples.map(({ t }) => t));
  const { bands } = await ask(`session: "${recorded.sessionId}", layer: SCROLL`);
  expect(bands.map(({ visitors }) => visitors)).toEqual([
    ...new Array<number>(10).fill(1),
    ...new Array<number>(10).fill(0),
  ]);
  expect(bands[9]?.seconds).toBeGreaterThan(0);
});

test('a session on another page than the one asked for has nothing there', async () => {
  const { points } = await ask(`session: "${recorded.sessionId}", page: "/cart", layer: CLICKS`);
  expect(points).toEqual([]);
});

test('behind a cell are the sessions that clicked or moved in it, and no others', async () => {
  const names = async (layer: string, place: string) => {
    const answer = await fixture.ask<Answer>(
      `{ heatmap(page: "/", layer: ${layer}) { sessions${place} { nodes { sessionId } } } }`,
    );
    return answer.data.heatmap.sessions.nodes.map(({ sessionId }) => sessionId);
  };
  const [press] = presses;
  const at = `(x: ${press?.x}, y: ${press?.y})`;
  expect(await names('CLICKS', at)).toEqual([recorded.sessionId]);
  expect(await names('CLICKS', '')).toHaveLength(2);
  expect(await names('CLICKS', '(x: 900, y: 900)')).toEqual([]);
  const [sample] = samples;
  const moved = await names('MOVES', `(x: ${sample?.x}, y: ${sample?.y})`);
  expect(moved).toContain(recorded.sessionId);
  expect(await names('MOVES', '(x: 5000, y: 5000)')).toEqual([]);
});

test('the latest trails of a page come newest first, each cut to that page', async () => {
  const { trails } = await ask('page: "/", layer: TRAILS');
  expect(trails.map(({ x }) => x.length)).toEqual([1, samples.length]);
  expect((await ask('page: "/cart", layer: TRAILS')).trails).toEqual([]);
});

test('a click that is answered after all leaves the dead ones, and so does its visitor', async () => {
  const visit = makeVisit({ session: 'late', visitor: 'cem', startedAt, url: '/late' });
  const press = visit.press({ t: 100, x: 55, y: 55 }, { kind: 0 });
  visit.until(7_000);
  await fixture.take([visit.arrive()]);
  const dead = async () => (await ask('page: "/late", layer: DEAD')).points;
  expect(await dead()).toEqual([{ x: 40, y: 40, count: 1, uniqueUsers: 1 }]);
  visit.event('reaction', { t: 7_100, press, kind: 2, afterMs: 900, causes: 1 });
  await fixture.take([visit.arrive()]);
  expect(await dead()).toEqual([]);
  expect((await ask('page: "/late", layer: CLICKS')).points).toEqual([
    { x: 40, y: 40, count: 1, uniqueUsers: 1 },
  ]);
});
