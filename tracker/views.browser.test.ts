import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { ViewKind } from '../schema/wire/events.ts';
import type { FakeCollector } from './testing/fake-collector.ts';
import { openBrowser } from './testing/open-browser.ts';
import { openPage, startTracked, trackedPage } from './testing/tracked-page.ts';

let collector: FakeCollector;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  collector = await startTracked();
  const body =
    '<div style="height:5000px"><button id="b">Buy</button><input id="field" size="40"><div id="box" style="height:200px;overflow:auto"><div style="height:1000px">Long</div></div></div>';
  collector.setPage('/', trackedPage(body, 'data-params="page"'));
  browser = await openBrowser(inject('chromiumPath'));
});
afterAll(async () => {
  await browser.close();
  await collector.stop();
});
beforeEach(async () => {
  collector.batches.length = 0;
  const context = await browser.newContext();
  ({ page } = await openPage(context, `${collector.url}/?page=2&mail=jo@example.com`));
  return () => context.close();
});

const until = (claim: () => void | Promise<void>) => vi.waitFor(claim, 5_000);
const views = () =>
  collector.batches.flatMap(({ page: info }) => (info ? [{ kind: info.kind, url: info.url }] : []));
const flush = () => page.clock.runFor(4_000);

describe('a page view', () => {
  it.each([
    ['pushState', () => history.pushState(null, '', '/next?secret=1'), ViewKind.push, '/next'],
    ['replaceState', () => history.replaceState(null, '', '/next'), ViewKind.replace, '/next'],
    ['a hash', () => location.assign('#there'), ViewKind.hash, '/?page=2#there'],
  ])('begins with %s', async (_how, navigate, kind, path) => {
    await page.evaluate(navigate);
    await flush();
    await until(() => expect(views()).toHaveLength(2));
    expect(views()[0]).toEqual({ kind: ViewKind.load, url: `${collector.url}/?page=2` });
    expect(views()[1]).toEqual({ kind, url: collector.url + path });
  });

  it('begins again on the way back', async () => {
    await page.evaluate(() => history.pushState(null, '', '/next'));
    await page.goBack();
    await flush();
    await until(() => expect(views()).toHaveLength(3));
    expect(views().map(({ kind }) => kind)).toEqual([ViewKind.load, ViewKind.push, ViewKind.pop]);
  });

  it('begins with a reload', async () => {
    // With the browser's own clock, which knows how the page was come to.
    const plain = await browser.newPage();
    await plain.goto(collector.url);
    await plain.reload();
    await plain.goto('about:blank');
    const kinds = () => views().map(({ kind }) => kind);
    await until(() => expect(kinds()).toContain(ViewKind.reload));
  });

  it('does not begin where the address stays, nor with a replacement of what is not recorded', async () => {
    await page.evaluate(() => {
      history.pushState(null, '', location.href);
      history.replaceState(null, '', '?page=2&scrolled=100');
    });
    await flush();
    await until(() => expect(views()).toHaveLength(1));
  });

  it('never holds movement of another', async () => {
    await page.mouse.move(10, 10);
    await page.mouse.move(100, 10, { steps: 10 });
    await page.evaluate(() => history.pushState(null, '', '/next'));
    await page.mouse.move(300, 10, { steps: 10 });
    await flush();
    const movesOf = (index: number) =>
      collector.batches
        .filter(({ view }) => view === [...new Set(collector.batches.map((b) => b.view))][index])
        .flatMap(({ moves }) => moves.x);
    await until(() => expect(movesOf(1)).not.toEqual([]));
    expect(Math.max(...movesOf(0))).toBe(100);
    expect(Math.min(...movesOf(1))).toBeGreaterThan(100);
    expect(collector.batches.every(({ moves }) => moves.t.every((t) => t >= 0))).toBe(true);
  });
});

describe('what is recorded of a view', () => {
  it('how far the window and a container are scrolled, with turning points', async () => {
    for (const y of [400, 900, 300]) {
      await page.evaluate((top) => window.scrollTo(0, top), y);
      await page.waitForTimeout(100);
      await page.clock.runFor(400);
    }
    await page.evaluate(() => document.querySelector('#box')?.scrollTo(0, 120));
    await page.waitForTimeout(100);
    await flush();
    await until(() => expect(collector.events('scroll').length).toBeGreaterThanOrEqual(4));
    const scrolls = collector.events('scroll');
    const ofWindow = scrolls.filter(({ element }) => element === -1).map(({ y }) => y);
    expect(ofWindow).toEqual([400, 900, 300]);
    const [ofBox] = scrolls.filter(({ element }) => element >= 0);
    expect(ofBox).toMatchObject({ y: 120, height: 1_000, viewport: 200 });
  });

  it('scrolling in many steps four times a second, and where it came to rest', async () => {
    for (let y = 20; y <= 1_000; y += 20) {
      await page.evaluate((top) => window.scrollTo(0, top), y);
      await page.evaluate(() => new Promise(requestAnimationFrame));
      await page.clock.runFor(16);
    }
    await flush();
    const told = () => collector.events('scroll').map(({ y }) => y);
    await until(() => expect(told().at(-1)).toBe(1_000));
    expect(told().length).toBeLessThan(25);
    expect(told()).toEqual(told().toSorted((a, b) => a - b));
  });

  it('the rhythm of typing, and no key', async () => {
    await page.locator('#field').focus();
    for (const key of 'secret') {
      await page.keyboard.press(key);
      await page.clock.runFor(100);
    }
    // What tells of keys is loaded with the first.
    await until(async () => {
      await flush();
      expect(collector.events('typing')).toHaveLength(1);
    });
    const [burst] = collector.events('typing');
    expect(burst?.presses).toBe(6);
    expect(burst?.shortestIntervalMs).toBeGreaterThanOrEqual(100);
    expect(burst?.longestIntervalMs).toBeGreaterThanOrEqual(burst?.shortestIntervalMs ?? 0);
    expect(JSON.stringify(collector.batches)).not.toMatch(/secret|"key/);
  });

  it('a hover, which ends in a press', async () => {
    await page.locator('#b').hover();
    await page.clock.runFor(700);
    await page.mouse.down();
    await page.mouse.up();
    await flush();
    await until(() => expect(collector.events('hover')).toHaveLength(1));
    const [hover] = collector.events('hover');
    expect(hover?.clicked).toBe(1);
    expect(hover?.durationMs).toBeGreaterThanOrEqual(700);
  });
});

describe('what else is recorded', () => {
  it('a JavaScript error, masked, with the press before it', async () => {
    await page.locator('#b').click();
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = `throw new Error('No user "Jo Doe" jo@example.com 12345678')`;
      document.body.append(script);
      void Promise.reject(new TypeError("Cannot read 'x'"));
      void Promise.reject('Jo Doe');
    });
    await until(async () => {
      await flush();
      expect(collector.events('error')).toHaveLength(2);
    });
    const messages = collector.events('error').map(({ message }) => message);
    expect(new Set(messages)).toEqual(
      new Set(['TypeError: Cannot read "*"', 'Uncaught Error: No user "*" * *']),
    );
    expect(collector.events('error').map(({ press }) => press)).toEqual([0, 0]);
  });

  it('a new size of the window', async () => {
    await flush();
    await page.setViewportSize({ width: 700, height: 500 });
    await page.waitForTimeout(100);
    await flush();
    await until(() =>
      expect(collector.events('resize').at(-1)).toMatchObject({
        viewportWidth: 700,
        viewportHeight: 500,
      }),
    );
  });

  it('who the visitor is, and the site’s own events', async () => {
    await page.evaluate(
      "trailgraph.identify('user 1'); trailgraph.track('bought', { price: 3, note: 'to jo@example.com', nested: {} })",
    );
    await page.evaluate(() => history.pushState(null, '', '/next'));
    await flush();
    await until(() => expect(views()).toHaveLength(2));
    expect(collector.events('identify').map(({ user }) => user)).toEqual(['user 1']);
    expect(collector.batches.at(-1)?.page?.user).toBe('user 1');
    const [custom] = collector.events('custom');
    expect(custom?.name).toBe('bought');
    expect(JSON.parse(custom?.properties ?? '')).toEqual({ price: 3, note: 'to *' });
  });
});
