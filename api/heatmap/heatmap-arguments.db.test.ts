import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type HeatmapFixture, makeVisit, openFixture } from './heatmap-fixture.ts';

const msPerDay = 86_400_000;
let fixture: HeatmapFixture;

beforeAll(async () => {
  fixture = await openFixture(inject('mongodbUri'), 'heatmap-arguments');
  for (const [i, age] of [0, 29, 30, 364, 365].entries()) {
    const startedAt = (Math.floor(Date.now() / msPerDay) - age + 0.5) * msPerDay;
    const visit = makeVisit({
      session: `s${i}`,
      visitor: `v${i}`,
      startedAt,
      url: 'https://shop.test/product/17?ref=mail',
      viewportWidth: 1279 + i,
    });
    visit.press({ t: 1, x: 1, y: 1, viewportWidth: 1279 + i }, { kind: 2 });
    await fixture.take([visit.arrive()]);
  }
});

afterAll(() => fixture.stop());

async function total(args: string): Promise<number> {
  const answer = await fixture.ask<{ heatmap: { total: number } }>(
    `{ heatmap(${args}) { total } }`,
  );
  expect(answer.errors).toBeUndefined();
  return answer.data.heatmap.total;
}

async function refusal(args: string): Promise<string> {
  const answer = await fixture.ask(`{ heatmap(${args}) { total } }`);
  const [error] = answer.errors ?? [];
  return `${error?.extensions.code}: ${error?.message}`;
}

const page = 'page: "/product/:id"';

test('days reach back that far, today included: 1 to 365', async () => {
  const totals = [1, 29, 30, 31, 364, 365].map((days) => total(`${page}, days: ${days}`));
  expect(await Promise.all(totals)).toEqual([1, 1, 2, 3, 3, 4]);
  expect(await refusal(`${page}, days: 0`)).toMatch(/BAD_USER_INPUT: days is 0/);
  expect(await refusal(`${page}, days: 366`)).toMatch(/BAD_USER_INPUT: days is 366/);
});

test('dates win over days, and must be in order', async () => {
  const from = new Date(Date.now() - 400 * msPerDay).toISOString();
  const to = new Date(Date.now() + 1).toISOString();
  expect(await total(`${page}, from: "${from}", to: "${to}", days: 1`)).toBe(5);
  expect(await refusal(`${page}, from: "${to}", to: "${from}"`)).toMatch(/BAD_USER_INPUT: from is/);
});

test('a grid has cells of 10 to 100 px', async () => {
  for (const gridSize of [10, 11, 99, 100]) {
    expect(await total(`${page}, days: 1, gridSize: ${gridSize}`)).toBe(1);
  }
  expect(await refusal(`${page}, gridSize: 9`)).toMatch(/BAD_USER_INPUT: gridSize is 9/);
  expect(await refusal(`${page}, gridSize: 101`)).toMatch(/BAD_USER_INPUT: gridSize is 101/);
});

test('a page is meant by its route, a path or an address', async () => {
  for (const name of ['/product/:id', '/product/9', 'https://shop.test/product/3?x=1']) {
    expect(await total(`page: "${name}", days: 1`)).toBe(1);
  }
  expect(await total('page: "/cart"')).toBe(0);
  expect(await refusal('layer: CLICKS')).toMatch(/BAD_USER_INPUT: Say which page/);
});

test('widths are an exact one or a range, both ends included', async () => {
  const from = new Date(Date.now() - 400 * msPerDay).toISOString();
  const of = (viewport: string) => total(`${page}, from: "${from}", viewport: ${viewport}`);
  expect(await of('{ width: 1280 }')).toBe(1);
  expect(await of('{ minWidth: 1280 }')).toBe(4);
  expect(await of('{ maxWidth: 1279 }')).toBe(1);
  expect(await of('{ minWidth: 1279, maxWidth: 1281 }')).toBe(3);
  const wrong = (viewport: string) => refusal(`${page}, viewport: ${viewport}`);
  expect(await wrong('{ width: 1200, minWidth: 1000 }')).toMatch(
    /BAD_USER_INPUT: viewport is either/,
  );
  expect(await wrong('{ minWidth: 1300, maxWidth: 1299 }')).toMatch(/BAD_USER_INPUT: minWidth/);
  expect(await wrong('{ width: 0 }')).toMatch(/BAD_USER_INPUT: viewport widths/);
});

test('what is not there is said, and what makes no sense is refused', async () => {
  expect(await refusal('session: "AAAAAAAAAAAAAAAA"')).toMatch(/NOT_FOUND/);
  expect(await refusal(`${page}, site: "elsewhere"`)).toMatch(/NOT_FOUND/);
  expect(await refusal(`${page}, element: "#buy", layer: MOVES`)).toMatch(
    /BAD_USER_INPUT: Only clicks are kept by element/,
  );
  const answer = await fixture.ask(`{ heatmap(${page}) { sessions(x: 5) { totalCount } } }`);
  expect(answer.errors?.[0]?.message).toBe('Give both x and y, or neither.');
});

test("the page's size is what it was for the longest time", async () => {
  const [startedAt, url] = [Date.now() - 5_000, 'https://shop.test/tall'];
  for (const [i, height] of [1_000, 4_321, 9_000].entries()) {
    const visit = makeVisit({
      session: `t${i}`,
      visitor: 't',
      startedAt,
      url,
      documentHeight: height,
    });
    visit.until(i === 1 ? 4_000 : 500);
    await fixture.take([visit.arrive()]);
  }
  const answer = await fixture.ask<{ heatmap: Record<string, number> }>(
    '{ heatmap(page: "/tall", days: 2) { documentWidth documentHeight visitors } }',
  );
  expect(answer.data.heatmap).toEqual({ documentWidth: 1200, documentHeight: 4_330, visitors: 1 });
});
