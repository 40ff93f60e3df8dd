import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { compactHeat } from './compact.ts';
import { type HeatmapFixture, openFixture } from './heatmap-fixture.ts';
import { elementPaths, type Happened, makeRandom, makeTraffic } from './heatmap-traffic.ts';
import {
  clicksOf,
  countDepths,
  countElement,
  countGrid,
  type TrafficFilter,
  type TrueCells,
} from './heatmap-truth.ts';
import type { GridLayer } from './layer.ts';

const msPerDay = 86_400_000;
const today = Math.floor(Date.now() / msPerDay);
const random = makeRandom(20_261_121);

interface Answer {
  readonly heatmap: {
    readonly total: number;
    readonly cellCount: number;
    readonly maxCount: number;
    readonly visitors: number;
    readonly points: readonly {
      readonly x: number;
      readonly y: number;
      readonly count: number;
      readonly intensity: number;
      readonly uniqueUsers: number | null;
    }[];
    readonly bands: readonly {
      readonly share: number;
      readonly visitors: number;
      readonly seconds: number;
    }[];
    readonly anchored: readonly {
      readonly path: string;
      readonly x: number;
      readonly y: number;
      readonly count: number;
    }[];
  };
}

let fixture: HeatmapFixture;
let happened: Happened = { clicks: [], moves: [], depths: [] };

beforeAll(async () => {
  fixture = await openFixture(inject('mongodbUri'), 'heatmap-layers');
  await arrive('first', 60);
});

afterAll(() => fixture.stop());

async function arrive(tag: string, visits: number): Promise<void> {
  const { arrivals, happened: more } = makeTraffic({ visits, today, days: 75, tag }, random);
  happened = {
    clicks: [...happened.clicks, ...more.clicks],
    moves: [...happened.moves, ...more.moves],
    depths: [...happened.depths, ...more.depths],
  };
  for (let at = 0; at < arrivals.length; at += 7) await fixture.take(arrivals.slice(at, at + 7));
}

async function compact(): Promise<void> {
  await compactHeat(fixture.store, await fixture.findSite(), Date.now());
}

async function ask(
  args: Readonly<Record<string, unknown>>,
  { fromDay, toDay, ...filter }: TrafficFilter,
): Promise<Answer['heatmap']> {
  const dates = {
    from: new Date(fromDay * msPerDay).toISOString(),
    to: new Date(toDay * msPerDay + 5).toISOString(),
  };
  const answer = await fixture.ask<Answer>(
    `query ($layer: HeatmapLayer!, $gridSize: Int, $device: DeviceClass, $viewport: ViewportFilter,
        $from: DateTime, $to: DateTime, $element: String) {
      heatmap(page: "/", layer: $layer, gridSize: $gridSize, device: $device, viewport: $viewport,
        from: $from, to: $to, element: $element, all: true) {
        total cellCount maxCount visitors
        points { x y count intensity uniqueUsers }
        bands { share visitors seconds }
        anchored { path x y count }
      }
    }`,
    { gridSize: 20, ...args, ...filter, ...dates },
  );
  expect(answer.errors).toBeUndefined();
  return answer.data.heatmap;
}

const whole: TrafficFilter = { fromDay: today - 80, toDay: today };
const filters: readonly TrafficFilter[] = [
  whole,
  { fromDay: today - 29, toDay: today },
  { fromDay: today - 61, toDay: today - 3 },
  { fromDay: today - 10, toDay: today - 10 },
  { ...whole, device: 'MOBILE' },
  { ...whole, viewport: { minWidth: 1280, maxWidth: 1535 } },
  { ...whole, viewport: { width: 1200 } },
  {
    fromDay: today - 50,
    toDay: today,
    device: 'DESKTOP',
    viewport: { minWidth: 700, maxWidth: 1310 },
  },
];
const layers: readonly GridLayer[] = ['CLICKS', 'RAGE', 'DEAD', 'MOVES'];

function cellsOf({ points }: Answer['heatmap']): TrueCells {
  return Object.fromEntries(
    points.map(({ x, y, count, uniqueUsers }) => [`${x},${y}`, { count, people: uniqueUsers }]),
  );
}

async function expectGridAsCounted(
  layer: GridLayer,
  gridSize: number,
  filter: TrafficFilter,
): Promise<void> {
  const heatmap = await ask({ layer, gridSize }, filter);
  const expected = countGrid(happened, layer, gridSize, filter);
  const counts = Object.values(expected).map(({ count }) => count);
  const largest = Math.max(0, ...counts);
  expect(cellsOf(heatmap), `${layer} ${gridSize} ${JSON.stringify(filter)}`).toEqual(expected);
  expect(heatmap.total).toBe(counts.reduce((sum, count) => sum + count, 0));
  expect(heatmap.cellCount).toBe(counts.length);
  expect(heatmap.maxCount).toBe(largest);
  for (const { count, intensity } of heatmap.points) {
    expect(intensity).toBeCloseTo(count / largest, 12);
  }
}

async function expectAllAsCounted(gridSizes: readonly number[]): Promise<void> {
  for (const layer of layers) {
    expect((await ask({ layer }, whole)).total).toBeGreaterThan(20);
    for (const filter of filters) {
      for (const gridSize of gridSizes) await expectGridAsCounted(layer, gridSize, filter);
    }
  }
}

async function expectDepthsAsCounted(): Promise<void> {
  for (const filter of filters) {
    const { bands, visitors } = await ask({ layer: 'SCROLL' }, filter);
    const reached = countDepths(happened, filter);
    const [everyone = 0] = reached;
    expect(bands.map((band) => band.visitors)).toEqual(reached);
    expect(bands.map((band) => band.share)).toEqual(
      reached.map((count) => (everyone === 0 ? 0 : count / everyone)),
    );
    expect(visitors).toBe(everyone);
  }
}

/** Sums by bands of width, and folding the views again, are two ways to the same time. */
async function expectAttentionTwice(): Promise<void> {
  const seconds = async (filter: TrafficFilter) =>
    (await ask({ layer: 'ATTENTION' }, filter)).bands.map((band) => band.seconds);
  const summed = await seconds(whole);
  expect(Math.max(...summed)).toBeGreaterThan(10);
  expect(await seconds({ ...whole, viewport: { minWidth: 300 } })).toEqual(summed);
}

describe('while days are open', () => {
  test(
    'every layer is as counted one by one, for each filter, at grids of either kind',
    () => expectAllAsCounted([10, 17, 20, 25, 30, 50, 100]),
    120_000,
  );
  test('each depth was reached by exactly those who came so far', expectDepthsAsCounted);
  test('time on screen is the same from sums and from the views', expectAttentionTwice);

  test("an element's clicks are on a grid of its own box, exact in counts and people", async () => {
    for (const filter of [whole, { ...whole, viewport: { width: 1200 } }]) {
      for (const element of elementPaths) {
        const heatmap = await ask({ layer: 'CLICKS', element }, filter);
        expect(cellsOf(heatmap)).toEqual(countElement(happened, element, filter));
      }
    }
  });

  test('anchored points hold every click of their element, wherever the page put it', async () => {
    for (const layer of ['CLICKS', 'RAGE', 'DEAD'] as const) {
      const { anchored } = await ask({ layer }, whole);
      for (const path of elementPaths) {
        const points = anchored.filter((point) => point.path === path);
        const expected = clicksOf(happened, layer).filter((click) => click.path === path);
        expect(points.reduce((sum, { count }) => sum + count, 0)).toBe(expected.length);
      }
      expect(anchored.every(({ x, y }) => x > 0 && x < 1 && y > 0 && y < 1)).toBe(true);
    }
  });
});

describe('once days are packed and months summed', () => {
  test('nothing changes', async () => {
    await compact();
    const { db } = fixture.store;
    expect(await db.collection('heat').countDocuments({ day: { $lt: today } })).toBe(0);
    expect(await db.collection('heatPacked').countDocuments({ span: 'month' })).toBeGreaterThan(0);
    await expectAllAsCounted([10, 20, 50]);
    await expectDepthsAsCounted();
    await expectAttentionTwice();
  }, 120_000);

  test('what comes late for a packed day counts at once, and after the next packing', async () => {
    await arrive('late', 40);
    await expectAllAsCounted([20]);
    await compact();
    await expectAllAsCounted([20, 100]);
    await expectDepthsAsCounted();
  }, 120_000);
});

describe('after a rebuild', () => {
  test('nothing changes', async () => {
    await fixture.rebuild();
    await expectAllAsCounted([20]);
    await expectDepthsAsCounted();
    await expectAttentionTwice();
  }, 120_000);
});
