import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { RunningSystem } from '../tools/system/system.ts';
import { launchBrowser } from './testing/browse.ts';
import { startTestSystem, withDatabase } from './testing/start-test-system.ts';

let system: RunningSystem;
let browser: Browser;

beforeAll(async () => {
  system = await startTestSystem({
    mongodbUri: withDatabase(inject('mongodbUri'), 'e2e_wireframe'),
    localMode: true,
  });
  browser = await launchBrowser(inject('chromiumPath'));
});
afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
interface Heatmap {
  readonly shapeWidths: readonly { readonly width: number }[];
  readonly anchored: readonly {
    readonly element: { readonly elementId: string | null };
    readonly count: number;
    readonly box: Box | null;
  }[];
}
async function askHeatmap(shapeWidth: number): Promise<Heatmap> {
  const query = `{ heatmap(page: "/", layer: CLICKS, shapeWidth: ${shapeWidth}) {
    shapeWidths { width }
    anchored { element { elementId } count box { x y width height } }
  } }`;
  const response = await fetch(`${system.urls.api}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { data } = (await response.json()) as { data: { heatmap: Heatmap } };
  return data.heatmap;
}

async function openShop(width: number, height: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height } });
  const page = await context.newPage();
  await page.goto(system.urls.shop);
  return page;
}
/** Where an element is on the page. */
const boxOf = (page: Page, selector: string): Promise<Box> =>
  page.locator(selector).evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return { x: left + scrollX, y: top + scrollY, width, height };
  });

test('a click on the shop’s desk layout falls on the same button of its phone layout', async () => {
  const desk = await openShop(1_280, 800);
  const phone = await openShop(390, 844);
  await desk.locator('#pay-card').click();
  const widthsOf = async () => (await askHeatmap(390)).shapeWidths.map(({ width }) => width);
  await expect.poll(widthsOf, { timeout: 30_000 }).toEqual([390, 1_280]);
  const clicked = async (width: number) =>
    (await askHeatmap(width)).anchored.find(({ element }) => element.elementId === 'pay-card');
  await expect.poll(async () => (await clicked(390))?.count, { timeout: 20_000 }).toBe(1);

  for (const [page, width] of [
    [desk, 1_280],
    [phone, 390],
  ] as const) {
    const there = await boxOf(page, '#pay-card');
    const { box } = (await clicked(width)) ?? {};
    for (const side of ['x', 'y', 'width', 'height'] as const)
      expect(Math.abs((box?.[side] ?? Number.NaN) - there[side])).toBeLessThanOrEqual(4);
  }
});
