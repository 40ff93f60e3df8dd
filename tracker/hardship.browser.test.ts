import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import type { FakeCollector } from './testing/fake-collector.ts';
import { openBrowser } from './testing/open-browser.ts';
import { openPage, startTracked, trackedPage } from './testing/tracked-page.ts';

/** Whatever happens to a browser: what it can keep arrives exactly once, and what it can't is counted. */
let collector: FakeCollector;
let browser: Browser;
let context: BrowserContext;

const minuteMs = 60_000;

beforeAll(async () => {
  collector = await startTracked();
  collector.setPage('/', trackedPage('<button>Buy</button>'));
  collector.setPage('/other', trackedPage('<p>Other</p>'));
  browser = await openBrowser(inject('chromiumPath'));
});
afterAll(async () => {
  await browser.close();
  await collector.stop();
});
beforeEach(async () => {
  collector.batches.length = collector.arrivals.length = collector.requests.length = 0;
  collector.answer = () => 202;
  collector.losesReplies = false;
  collector.retryAfter = undefined;
  context = await browser.newContext();
  return () => context.close();
});

const open = async (path = '/') => (await openPage(context, collector.url + path)).page;
const until = (claim: () => void | Promise<void>) => vi.waitFor(claim, 8_000);
const press = (page: Page) => page.mouse.click(10, 10);
const sorted = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b);
const presses = () => sorted(collector.events('press').map((event) => event.press));
const kept = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('trailgraph:')));

/** Lets time pass, with pauses in which answers arrive. */
async function pass(page: Page, ms: number, stepMs = 10_000): Promise<void> {
  for (let passed = 0; passed < ms; passed += stepMs) {
    await page.clock.runFor(stepMs);
    await page.evaluate(() => fetch('/').catch(() => undefined));
  }
}

describe('a storage', () => {
  it('that is full: batches live in memory, and arrive', async () => {
    let failures = 2;
    collector.answer = () => (failures-- > 0 ? 503 : 202);
    const page = await open();
    await page.evaluate(() => {
      // Down to the last character.
      for (let length = 2 ** 22, n = 0; length >= 1; n++) {
        try {
          localStorage.setItem(`the page's own ${n}`, 'x'.repeat(length));
        } catch {
          length = Math.floor(length / 2);
        }
      }
    });
    await press(page);
    await page.clock.runFor(2_100);
    await press(page);
    await pass(page, 20_000, 2_000);
    await until(() => expect(presses()).toEqual([0, 1]));
    expect(await kept(page)).toEqual([]);
  });

  it('that is full, in a tab that closes: the browser takes what waits', async () => {
    collector.answer = () => 503;
    const page = await open();
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('No', 'QuotaExceededError');
      };
    });
    await press(page);
    await page.clock.runFor(2_100);
    await until(() => expect(collector.arrivals.length).toBeGreaterThan(0));
    collector.answer = () => 202;
    await page.close({ runBeforeUnload: true });
    await until(() => expect(presses()).toEqual([0]));
  });

  it('that is forbidden, in a tab that closes: the same', async () => {
    collector.answer = () => 503;
    await context.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('No', 'SecurityError');
        },
      });
    });
    const page = await open();
    await press(page);
    await page.clock.runFor(2_100);
    await until(() => expect(collector.arrivals.length).toBeGreaterThan(0));
    collector.answer = () => 202;
    await page.close({ runBeforeUnload: true });
    await until(() => expect(presses()).toEqual([0]));
  });
});

describe('a page that closes in mid-batch', () => {
  it('has its batch told again by the next page: the second is known for the same', async () => {
    collector.losesReplies = true;
    const page = await open();
    await press(page);
    await page.clock.runFor(2_100);
    await until(() => expect(presses()).toEqual([0]));
    await page.goto(`${collector.url}/other`);
    collector.losesReplies = false;
    const before = collector.arrivals.length;
    await pass(page, 30_000);
    await until(async () => expect(await kept(page)).toEqual([]));
    expect(collector.arrivals.length).toBeGreaterThan(before);
    expect(presses()).toEqual([0]);
  });
});

describe('a clock that jumps', () => {
  it.each([
    ['back by a day', -24 * 60 * minuteMs],
    ['ahead by a day', 24 * 60 * minuteMs],
  ])('%s keeps nothing back, and leaves the times within the view alone', async (_name, ms) => {
    collector.answer = () => 503;
    const page = await open();
    await press(page);
    await page.clock.runFor(2_100);
    await until(() => expect(collector.arrivals.length).toBeGreaterThan(0));
    await page.clock.setSystemTime(Date.now() + ms);
    await press(page);
    await page.clock.runFor(2_100);
    collector.answer = () => 202;
    // The next page takes on what this one leaves.
    await page.goto(`${collector.url}/other`);
    await pass(page, 60_000);
    await until(async () => expect(await kept(page)).toEqual([]));
    const times = collector.events('press').map(({ t }) => t);
    expect(times).toHaveLength(2);
    expect(Math.max(...times)).toBeLessThan(minuteMs);
  });
});

describe('a collector that answers nonsense', () => {
  it.each([
    ['a moved page', 301],
    ['nothing new', 304],
    ['a bad gateway', 502],
    ['a status of its own', 599],
  ])('%s: the batch is kept and comes again', async (_name, status) => {
    let failures = 2;
    collector.answer = () => (failures-- > 0 ? status : 202);
    const page = await open();
    await press(page);
    await pass(page, 30_000, 2_000);
    await until(() => expect(presses()).toEqual([0]));
    await until(async () => expect(await kept(page)).toEqual([]));
  });

  it.each(['soon', '-5', '99999999999'])(
    'a wait of "%s" neither stops nor hurries it',
    async (wait) => {
      collector.retryAfter = wait;
      collector.answer = () => 429;
      const page = await open();
      await press(page);
      await pass(page, 20_000, 2_000);
      // 2, 4, 8 s of backoff, halved at the most: a dozen tries would be a flood.
      expect(collector.arrivals.length).toBeGreaterThan(0);
      expect(collector.arrivals.length).toBeLessThan(12);
      collector.answer = () => 202;
      await pass(page, 70 * minuteMs, minuteMs);
      await until(() => expect(presses()).toEqual([0]));
    },
  );
});

describe('offline for minutes', () => {
  it('two tabs keep all they have, and each press arrives once', async () => {
    const first = await open();
    const second = await open('/other');
    await context.setOffline(true);
    for (let minute = 0; minute < 5; minute++) {
      for (const page of [first, second]) {
        await press(page);
        await page.clock.runFor(minuteMs);
      }
    }
    await context.setOffline(false);
    for (const page of [first, second]) await pass(page, 3 * minuteMs, 20_000);
    await until(() => expect(presses()).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4, 4]));
    await until(async () => expect(await kept(first)).toEqual([]));
  });

  it('beyond what it may keep it drops movement first, and tells how much', async () => {
    const page = await open();
    await page.clock.runFor(2_100);
    await until(() => expect(collector.batches).toHaveLength(1));
    await context.setOffline(true);
    // 150 kB, of which 128 may wait.
    const notes = 170;
    await page.evaluate((count) => {
      const text = 'x'.repeat(290);
      const { trailgraph } = window as unknown as {
        trailgraph: { track: (...a: unknown[]) => void };
      };
      for (let i = 0; i < count; i++) trailgraph.track(`note ${i}`, { a: text, b: text, c: text });
    }, notes);
    await page.clock.runFor(2_100);
    for (let i = 0; i < 40; i++) {
      await page.mouse.move(10 + i, 20);
      await page.clock.runFor(50);
    }
    await press(page);
    await page.clock.runFor(4_100);
    await context.setOffline(false);
    await pass(page, 5 * minuteMs, 20_000);
    await until(async () => expect(await kept(page)).toEqual([]));
    const sum = (pick: (batch: (typeof collector.batches)[number]) => number) =>
      collector.batches.reduce((so, batch) => so + pick(batch), 0);
    expect(collector.events('custom')).toHaveLength(notes);
    expect(presses()).toEqual([0]);
    expect(sum(({ lost }) => lost.events)).toBe(0);
    expect(sum(({ lost }) => lost.moves)).toBeGreaterThan(30);
  });
});
