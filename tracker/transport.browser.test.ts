import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import type { FakeCollector } from './testing/fake-collector.ts';
import { openBrowser } from './testing/open-browser.ts';
import { openPage, startTracked, trackedPage } from './testing/tracked-page.ts';

let collector: FakeCollector;
let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  collector = await startTracked();
  collector.setPage('/', trackedPage('<button>Buy</button>'));
  collector.setPage('/other', trackedPage('<p>Other</p>'));
  collector.setPage('/stream', trackedPage('', 'data-transport="websocket"'));
  collector.setPage('/adaptive', trackedPage('', 'data-sampling="adaptive"'));
  browser = await openBrowser(inject('chromiumPath'));
});
afterAll(async () => {
  await browser.close();
  await collector.stop();
});
beforeEach(async () => {
  collector.batches.length = collector.arrivals.length = collector.requests.length = 0;
  collector.streamed = 0;
  collector.acceptsStream = true;
  collector.answer = () => 202;
  collector.retryAfter = undefined;
  context = await browser.newContext();
  return () => context.close();
});

const open = async (path = '/') => (await openPage(context, collector.url + path)).page;
const until = (claim: () => void | Promise<void>) => vi.waitFor(claim, 8_000);
/** Presses so often that each press is one to miss. */
const press = async (page: Page, times = 1) => {
  for (let i = 0; i < times; i++) await page.mouse.click(10, 10);
};
const presses = () => collector.events('press').map((event) => event.press);
const kept = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('trailgraph:')));

describe('leaving', () => {
  it('loses nothing when the page is left for another', async () => {
    const page = await open();
    await press(page, 3);
    await page.mouse.move(200, 200);
    await page.goto(`${collector.url}/other`);
    await until(() => expect(presses()).toEqual([0, 1, 2]));
    expect(collector.events('visibility').map(({ state }) => state)).toContain(2);
  });

  it('loses nothing when the tab is closed', async () => {
    const page = await open();
    await press(page, 2);
    await page.close({ runBeforeUnload: true });
    await until(() => expect(presses()).toEqual([0, 1]));
  });

  it('sends what there is when the tab is hidden', async () => {
    const page = await open();
    await press(page);
    await page.evaluate(() => {
      Object.defineProperty(document, 'hidden', { value: true, configurable: true });
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    });
    await until(() => expect(presses()).toEqual([0]));
    expect(collector.events('visibility').map(({ state }) => state)).toEqual([0]);
  });
});

describe('retrying', () => {
  it.each([[500], [503], [429], [0]])('goes on after %i, with growing pauses', async (status) => {
    let failures = 3;
    collector.answer = () => (failures-- > 0 ? status : 202);
    const page = await open();
    await press(page);
    await page.clock.runFor(2_100);
    await until(() => expect(collector.arrivals).toHaveLength(1));
    await page.clock.runFor(900);
    expect(collector.arrivals).toHaveLength(1);
    for (const [index, pauseMs] of [2_000, 4_000, 8_000].entries()) {
      await until(() => expect(collector.arrivals).toHaveLength(index + 1));
      // The answer has to arrive before its pause begins.
      await page.waitForTimeout(100);
      await page.clock.runFor(pauseMs);
    }
    await until(() => expect(presses()).toEqual([0]));
    await until(async () => expect(await kept(page)).toEqual([]));
  });

  it('waits as long as the collector asks for', async () => {
    let failures = 1;
    collector.answer = () => (failures-- > 0 ? 429 : 202);
    collector.retryAfter = '30';
    const page = await open();
    await page.clock.runFor(2_100);
    await until(() => expect(collector.arrivals).toHaveLength(1));
    await page.waitForTimeout(100);
    await page.clock.runFor(28_000);
    expect(collector.arrivals).toHaveLength(1);
    await page.clock.runFor(3_000);
    await until(() => expect(collector.batches).toHaveLength(1));
  });

  it('keeps batches in order, one at a time', async () => {
    let failures = 1;
    collector.answer = () => (failures-- > 0 ? 500 : 202);
    const page = await open();
    for (let i = 0; i < 4; i++) {
      await press(page);
      await page.clock.runFor(2_100);
    }
    await page.clock.runFor(10_000);
    await until(() => expect(presses()).toEqual([0, 1, 2, 3]));
    expect(collector.batches.map(({ seq }) => seq)).toEqual(collector.batches.map((_, i) => i));
  });
});

describe('without a network, or a collector that agrees', () => {
  it('sends on a later page what could not be sent on this one', async () => {
    collector.answer = () => 0;
    const page = await open();
    await press(page, 2);
    await page.clock.runFor(2_100);
    await until(() => expect(collector.arrivals.length).toBeGreaterThan(0));
    await page.goto(`${collector.url}/other`);
    // A page of the test before may say its last word meanwhile: it is not about these presses.
    expect(presses()).toEqual([]);
    collector.answer = () => 202;
    await page.clock.runFor(20_000);
    await until(() => expect(presses()).toEqual([0, 1]));
  });

  it('works offline, and sends all of it when the network is back', async () => {
    const page = await open();
    await page.clock.runFor(2_100);
    await until(() => expect(collector.batches).toHaveLength(1));
    await context.setOffline(true);
    for (let i = 0; i < 3; i++) {
      await press(page);
      await page.clock.runFor(2_100);
    }
    await context.setOffline(false);
    await page.clock.runFor(60_000);
    await until(() => expect(presses()).toEqual([0, 1, 2]));
  });

  it('gives a batch up that is refused for good, and tells page and elements anew with the next activity', async () => {
    collector.answer = ({ seq }) => (seq === 1 ? 400 : 202);
    const page = await open();
    await page.clock.runFor(2_100);
    await until(() => expect(collector.batches).toHaveLength(1));
    await press(page);
    await page.clock.runFor(2_100);
    await until(() => expect(collector.arrivals).toHaveLength(2));
    await until(async () => expect(await kept(page)).toEqual([]));
    await press(page);
    await page.clock.runFor(2_100);
    const [first] = collector.batches;
    const findNext = () => collector.batches.find(({ view }) => view !== first?.view);
    await until(() => expect(findNext()?.page?.url).toBe(`${collector.url}/`));
    expect(findNext()?.elements.length).toBeGreaterThan(0);
    expect(findNext()?.session).toBe(first?.session);
  });
});

it('stores a batch before it is sent, and until it is answered: a page that crashes loses nothing', async () => {
  const page = await open();
  const meanwhile: string[][] = [];
  await page.route('**/v1/batches', async (route) => {
    meanwhile.push(await kept(page));
    await route.continue();
  });
  await press(page);
  await page.clock.runFor(2_100);
  await until(() => expect(presses()).toEqual([0]));
  expect(meanwhile).toEqual([[expect.any(String)]]);
  await until(async () => expect(await kept(page)).toEqual([]));
});

describe('streaming', () => {
  it('sends batches over a WebSocket', async () => {
    const page = await open('/stream');
    await until(() => expect(collector.requests).toContain('/t-extra.js'));
    await page.waitForTimeout(100);
    await press(page);
    await page.clock.runFor(2_100);
    await until(() => expect(presses()).toEqual([0]));
    expect(collector.streamed).toBeGreaterThan(0);
    expect(collector.requests).not.toContain('/v1/batches');
  });

  it('posts where there is no WebSocket to be had', async () => {
    collector.acceptsStream = false;
    const page = await open('/stream');
    await press(page);
    await page.clock.runFor(2_100);
    await until(() => expect(presses()).toEqual([0]));
    expect(collector.streamed).toBe(0);
    expect(collector.requests).toContain('/v1/batches');
  });
});

it('thins movement where the site samples adaptively', async () => {
  const page = await open('/adaptive');
  await until(() => expect(collector.requests).toContain('/t-extra.js'));
  await page.waitForTimeout(100);
  await page.mouse.move(0, 0);
  await page.mouse.move(400, 200, { steps: 100 });
  await page.clock.runFor(4_000);
  const moves = () => collector.batches.flatMap((batch) => batch.moves.x);
  // The last stays, in whichever batch it comes.
  await until(() => expect(moves().at(-1)).toBe(400));
  expect(moves().length).toBeGreaterThan(1);
  expect(moves().length).toBeLessThan(60);
});
