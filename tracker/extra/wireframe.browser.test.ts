import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, it, vi } from 'vitest';
import { limits } from '../../schema/limits.ts';
import { markElement } from '../../schema/wire/element-mark.ts';
import { BoxKind } from '../../schema/wire/events.ts';
import { packBatch } from '../../schema/wire/outgoing.ts';
import { decodeBoxes } from '../../schema/wire/wireframe.ts';
import type { FakeCollector } from '../testing/fake-collector.ts';
import { openBrowser } from '../testing/open-browser.ts';
import { startTracked, trackedPage } from '../testing/tracked-page.ts';

let collector: FakeCollector;
let browser: Browser;
let context: BrowserContext;

const shape = `<style>
  body { margin: 0; font: 16px/1 monospace }
  body > * { position: absolute; left: 40px; width: 400px; height: 40px; margin: 0 }
</style>
<header style="position: fixed; top: 0; background: #eee"><a href="#x" style="position: absolute; left: 8px; top: 8px; width: 80px; height: 24px">Rumpelstilzchen</a></header>
<h1 style="top: 80px">Your parcel, Rumpelstilzchen</h1>
<p style="top: 160px">It lies at 12 Cellar Door Street. <b>Ring twice.</b></p>
<img alt="parcel-picture" style="top: 240px" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">
<button id="buy" data-trail-name="Buy" style="top: 320px">Send to 12 Cellar Door Street</button>
<input value="hunter2-secret" style="top: 400px">
<section style="top: 480px; border: 1px solid"></section>
<section style="top: 560px"></section>
<div style="top: 640px; overflow: hidden"><p style="height: 400px; margin: 0">cut here</p></div>
<div style="top: 720px" data-trail-ignore><p>nobody's business</p></div>
<p style="top: 800px; visibility: hidden">unseen</p>
<p style="top: 840px; opacity: 0">unseen</p>
<p style="top: 880px; display: none">unseen</p>
<p style="top: 920px; left: -5000px">unseen</p>
<div style="top: 2400px"></div>`;

beforeAll(async () => {
  collector = await startTracked();
  collector.setPage('/shape', trackedPage(shape, 'data-wireframe-rate="1"'));
  collector.setPage('/other', trackedPage(shape, 'data-wireframe-rate="1"'));
  collector.setPage('/unwanted', trackedPage(shape));
  browser = await openBrowser(inject('chromiumPath'));
});
afterAll(async () => {
  await browser.close();
  await collector.stop();
});
beforeEach(async () => {
  collector.batches.length = collector.requests.length = 0;
  context = await browser.newContext({ viewport: { width: 1000, height: 700 } });
});
afterEach(() => context.close());

const told = () => collector.events('wireframe');
const boxes = (at = -1) => decodeBoxes(told().at(at)?.boxes ?? '') ?? [];
/** Waits until so many shapes have arrived. */
const untilTold = (count: number) =>
  vi.waitFor(() => expect(told().length).toBeGreaterThanOrEqual(count), 45_000);

async function open(path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(collector.url + path);
  return page;
}

/** A page that could have told its shape by now, and its last batch with it. */
async function leave(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((resolve) => setTimeout(() => requestIdleCallback(resolve), 3_000)),
  );
  const { length } = collector.events('visibility').filter(({ state }) => state === 2);
  await page.goto('about:blank');
  await vi.waitFor(() => {
    const closed = collector.events('visibility').filter(({ state }) => state === 2);
    expect(closed.length).toBe(length + 1);
  }, 10_000);
}

it('tells the boxes of what is seen, where it is, and what kind of element it is', async () => {
  await open('/shape');
  await untilTold(1);
  const at = (kind: number, y: number, height = 40) => ({ kind, x: 40, y, width: 400, height });
  expect(boxes().map(({ mark: _, ...box }) => box)).toEqual([
    at(BoxKind.block, 0),
    { kind: BoxKind.control, x: 48, y: 8, width: 80, height: 24 },
    at(BoxKind.heading, 80),
    at(BoxKind.text, 160),
    at(BoxKind.image, 240),
    at(BoxKind.control, 320),
    { ...at(BoxKind.control, 400), width: expect.any(Number), height: expect.any(Number) },
    { ...at(BoxKind.block, 480), width: 404, height: 44 },
    at(BoxKind.text, 640),
  ]);
  expect(told()[0]).toMatchObject({
    viewportWidth: 1000,
    documentWidth: 1000,
    documentHeight: 2440,
  });
});

it('gives a box the mark that its element has in the element table', async () => {
  const page = await open('/shape');
  await untilTold(1);
  await page.locator('#buy').click();
  await page.locator('h1').click();
  await vi.waitFor(() => expect(collector.events('press')).toHaveLength(2), 10_000);
  const marks = collector.batches
    .flatMap(({ elements }) => elements)
    .map(({ tag, id, class: name, role, path, name: own }) =>
      markElement([tag, id, name, role, path, own]),
    );
  expect(boxes().map(({ mark }) => mark)).toEqual(expect.arrayContaining(marks));
  expect(marks.length).toBeGreaterThan(1);
});

it('sends no word, no picture and no value of the page', async () => {
  await leave(await open('/shape'));
  await untilTold(1);
  const sent = collector.batches
    .map((batch) => Buffer.from(packBatch(batch)).toString('latin1') + JSON.stringify(batch))
    .join('\n');
  const words = [
    'Rumpel',
    'stilz',
    'Cellar',
    'parcel',
    'hunter',
    'Ring',
    'R0lG',
    'business',
    'cut',
  ];
  for (const word of words) expect(sent).not.toContain(word);
});

it('tells a shape once a visitor and page: not on a second visit, but for another page or width', async () => {
  await leave(await open('/shape'));
  await leave(await open('/shape'));
  expect(told()).toHaveLength(1);
  await leave(await open('/other'));
  expect(told()).toHaveLength(2);
  const page = await context.newPage();
  await page.setViewportSize({ width: 600, height: 700 });
  await page.goto(`${collector.url}/shape`);
  await leave(page);
  expect(told().map(({ viewportWidth }) => viewportWidth)).toEqual([1000, 1000, 600]);
});

it('has no more than 4 kB of a page of 5,000 elements: the largest boxes, found bit by bit', async () => {
  const list = Array.from(
    { length: 5_000 },
    (_, i) => `<li style="width: ${200 + (i % 300)}px">Item ${i} <a href="#${i}">more</a></li>`,
  );
  collector.setPage('/large', trackedPage(`<ul>${list.join('')}</ul>`, 'data-wireframe-rate="1"'));
  const page = await context.newPage();
  await page.addInitScript(() => {
    const { requestIdleCallback } = window;
    Object.assign(window, {
      slices: 0,
      requestIdleCallback: (run: IdleRequestCallback) => {
        Object.assign(window, { slices: (Reflect.get(window, 'slices') as number) + 1 });
        return requestIdleCallback(run);
      },
    });
  });
  await page.goto(`${collector.url}/large`);
  await untilTold(1);
  expect(told()[0]?.boxes.length).toBeLessThanOrEqual(limits.boxesChars);
  expect(told()[0]?.boxes.length).toBeGreaterThan(0.9 * limits.boxesChars);
  expect(boxes().length).toBeGreaterThan(300);
  expect(Math.min(...boxes().map(({ width }) => width))).toBeGreaterThan(400);
  expect(await page.evaluate(() => Reflect.get(window, 'slices'))).toBeGreaterThan(10);
});

it('looks again when the page has grown, and at the next view of the same document', async () => {
  const page = await open('/shape');
  await untilTold(1);
  await page.evaluate(() => {
    const more = document.createElement('p');
    more.textContent = 'more';
    more.style.cssText = 'top: 2600px; height: 80px';
    document.body.append(more);
  });
  await page.evaluate(() => {
    document.documentElement.style.height = '2680px';
  });
  await untilTold(2);
  expect(boxes().at(-1)).toMatchObject({ kind: BoxKind.text, y: 2600, height: 80 });
  await page.evaluate(() => history.pushState(null, '', '/shape/next'));
  await untilTold(3);
});

it('is where it would be unscrolled, also while the page is scrolled', async () => {
  collector.setPage(
    '/scrolled',
    trackedPage(
      `${shape}<script>addEventListener('load', () => scrollTo(0, 500))</script>`,
      'data-wireframe-rate="1"',
    ),
  );
  await open('/scrolled');
  await untilTold(1);
  expect(boxes().slice(0, 3)).toMatchObject([{ y: 0 }, { y: 8 }, { y: 80 }]);
});

it('is not told where the site wants none, and then nothing is loaded for it', async () => {
  await leave(await open('/unwanted'));
  expect(told()).toEqual([]);
  expect(collector.requests).not.toContain('/t-extra.js');
});
