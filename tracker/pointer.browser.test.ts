import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import type { FakeCollector } from './testing/fake-collector.ts';
import { openBrowser } from './testing/open-browser.ts';
import { openPage, startTracked, trackedPage } from './testing/tracked-page.ts';

/** Boxes of 200 px side by side, of which the second is hidden from us, and the third is a shadow root whose right half is. */
const body = `<style>body > div { position: absolute; top: 0; width: 200px; height: 200px }</style>
  <div id="open" style="left: 0">Open</div>
  <div data-trail-ignore style="left: 200px"><p style="height: 100%">Hidden</p></div>
  <div id="host" style="left: 400px"></div>
  <div id="menu" style="left: 600px"><button>Menu</button></div>
  <script>
    host.attachShadow({ mode: 'open' }).innerHTML =
      '<p style="position: absolute; margin: 0; width: 100px; height: 200px">Shown</p>' +
      '<p data-trail-ignore style="position: absolute; margin: 0; left: 100px; width: 100px; height: 200px">Hidden</p>';
    menu.onmouseleave = () => menu.remove();
  </script>`;

let collector: FakeCollector;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  collector = await startTracked();
  collector.setPage('/', trackedPage(body));
  browser = await openBrowser(inject('chromiumPath'));
});
afterAll(async () => {
  await browser.close();
  await collector.stop();
});
beforeEach(async () => {
  collector.batches.length = 0;
  context = await browser.newContext();
  ({ page } = await openPage(context, collector.url));
  return () => context.close();
});

const until = (claim: () => void | Promise<void>) => vi.waitFor(claim, 5_000);
async function sweep(fromX: number, toX: number, stepMs = 50): Promise<void> {
  for (let x = fromX; x <= toX; x += 10) {
    await page.mouse.move(x, 50);
    await page.clock.runFor(stepMs);
  }
}
const column = (name: 't' | 'x' | 'y') => collector.batches.flatMap(({ moves }) => moves[name]);

describe('movement', () => {
  it('ends where the pointer came to rest, though nothing follows it', async () => {
    await page.mouse.move(10, 10);
    await page.mouse.move(150, 120, { steps: 7 });
    await page.clock.runFor(4_500);
    await until(() => expect([column('x').at(-1), column('y').at(-1)]).toEqual([150, 120]));
  });

  it('is told on a grid of 50 ms, over several batches', async () => {
    await sweep(0, 190, 16);
    await page.clock.runFor(2_500);
    await sweep(0, 190, 16);
    await page.clock.runFor(4_500);
    await until(() => expect(column('x').filter((x) => x === 190)).toHaveLength(2));
    const times = column('t');
    const steps = times.slice(1).map((t, i) => t - (times[i] ?? 0));
    expect(Math.min(...steps)).toBe(50);
    expect(Math.max(...steps)).toBeGreaterThan(2_000);
  });

  it('is not told where the site hides what is under it, in shadow roots neither', async () => {
    await sweep(0, 800);
    await page.clock.runFor(4_500);
    await until(() => expect(Math.max(...column('x'))).toBe(800));
    const seen = (from: number, to: number) => column('x').filter((x) => x >= from && x < to);
    expect(seen(0, 200).length).toBeGreaterThan(15);
    expect(seen(200, 400)).toEqual([]);
    expect(seen(400, 500).length).toBeGreaterThan(7);
    expect(seen(500, 600)).toEqual([]);
    expect(seen(600, 800).length).toBeGreaterThan(15);
  });
});

describe('hovers', () => {
  it('tell of what the site shows, for as long as the pointer was there', async () => {
    for (const x of [50, 250, 450]) {
      await page.mouse.move(x, 50);
      await page.clock.runFor(1_000);
    }
    await page.mouse.move(900, 50);
    await page.clock.runFor(4_500);
    await until(() => expect(collector.events('hover')).toHaveLength(2));
    for (const { durationMs } of collector.events('hover')) {
      expect(durationMs).toBeGreaterThanOrEqual(1_000);
      expect(durationMs).toBeLessThan(1_100);
    }
    const paths = collector.batches.flatMap(({ elements }) => elements.map(({ path }) => path));
    expect(paths).toContain('#open');
  });

  it('describe an element as it was, though the page takes it away as the pointer leaves', async () => {
    await page.locator('button').hover();
    await page.clock.runFor(500);
    await page.mouse.move(900, 300);
    expect(await page.locator('button').count()).toBe(0);
    await page.clock.runFor(4_500);
    await until(() => expect(collector.events('hover')).toHaveLength(1));
    const [element] = collector.batches.flatMap(({ elements }) => elements);
    expect(element).toMatchObject({ tag: 'button', path: '#menu > button' });
  });
});
