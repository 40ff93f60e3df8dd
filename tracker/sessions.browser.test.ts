import type { Browser, BrowserContext } from 'playwright-core';
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
  collector.setPage('/cookieless', trackedPage('', 'data-cookieless'));
  collector.setPage('/none', trackedPage('', 'data-session-rate="0"'));
  collector.setPage('/tenth', trackedPage('', 'data-sample-rate="0.1"'));
  collector.setPage('/twice', trackedPage(trackedPage()));
  browser = await openBrowser(inject('chromiumPath'));
});
afterAll(async () => {
  await browser.close();
  await collector.stop();
});
beforeEach(async () => {
  collector.batches.length = collector.arrivals.length = collector.requests.length = 0;
  context = await browser.newContext();
  return () => context.close();
});

const open = (path = '/') => openPage(context, collector.url + path);
const until = (claim: () => void) => vi.waitFor(claim, 5_000);
const views = () => collector.batches.filter(({ seq }) => seq === 0);
const sessions = () => new Set(collector.batches.map(({ session }) => session));
const visitors = () => new Set(collector.batches.map(({ visitor }) => visitor));

describe('a session', () => {
  it('is the same across pages and tabs, with a view for each', async () => {
    const { page } = await open();
    await page.goto(`${collector.url}/other`);
    const { page: tab } = await open('/other');
    await page.clock.runFor(2_500);
    await tab.clock.runFor(2_500);
    await until(() => expect(views()).toHaveLength(3));
    expect(sessions().size).toBe(1);
    expect(visitors().size).toBe(1);
    expect(new Set(views().map(({ view }) => view)).size).toBe(3);
    expect(views().map(({ page: info }) => info?.url)).toContain(`${collector.url}/other`);
  });

  it('ends after 30 minutes without activity, and its visitor comes back in another', async () => {
    const { page } = await open();
    await page.clock.runFor(2_500);
    await until(() => expect(sessions().size).toBe(1));
    await page.clock.fastForward(29 * 60_000);
    await page.mouse.move(10, 10);
    await page.clock.runFor(2_500);
    await until(() => expect(collector.batches.length).toBeGreaterThan(1));
    expect(sessions().size).toBe(1);
    await page.clock.fastForward(31 * 60_000);
    await page.mouse.move(20, 20);
    await page.clock.runFor(2_500);
    await until(() => expect(sessions().size).toBe(2));
    expect(visitors().size).toBe(1);
    expect(views()).toHaveLength(2);
  });

  it('goes on in an idle tab, while another tab is active', async () => {
    const { page } = await open();
    const { page: tab } = await open('/other');
    for (let i = 0; i < 3; i++) {
      await tab.clock.fastForward(20 * 60_000);
      await tab.mouse.move(10 + i, 10);
    }
    // The clock is the same for both.
    await page.mouse.move(10, 10);
    await page.clock.runFor(2_500);
    await until(() => expect(views().length).toBeGreaterThanOrEqual(2));
    expect(sessions().size).toBe(1);
  });
});

describe('storage', () => {
  it('stores nothing where the site is cookieless', async () => {
    const { page } = await open('/cookieless');
    await page.mouse.move(10, 10);
    await page.clock.runFor(2_500);
    await until(() => expect(views()).toHaveLength(1));
    const stored = await page.evaluate(() => localStorage.length + sessionStorage.length);
    expect(stored).toBe(0);
    expect(await context.cookies()).toEqual([]);
  });

  it('works where storage is forbidden', async () => {
    await context.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('No', 'SecurityError');
        },
      });
    });
    const { page, errors } = await open();
    await page.mouse.move(10, 10);
    await page.clock.runFor(2_500);
    await until(() => expect(views()).toHaveLength(1));
    expect(errors).toEqual([]);
  });

  it('holds a session that is not among the share to record, which is never sent', async () => {
    const { page } = await open('/none');
    await page.mouse.move(10, 10);
    await page.clock.runFor(5_000);
    expect(collector.requests).not.toContain('/v1/batches');
  });
});

describe('consent', () => {
  it.each([
    ['Do-Not-Track', 'doNotTrack', '1'],
    ['Global Privacy Control', 'globalPrivacyControl', true],
  ])('%s is respected, whatever the visitor opts into', async (_name, property, value) => {
    await context.addInitScript(
      ([name, wish]) => Object.defineProperty(navigator, `${name}`, { value: wish }),
      [property, value] as const,
    );
    const { page } = await open();
    await page.evaluate('trailgraph.optIn()');
    await page.mouse.move(10, 10);
    await page.clock.runFor(5_000);
    expect(collector.requests).not.toContain('/v1/batches');
    expect(await page.evaluate(() => localStorage.getItem('trailgraph'))).toBeNull();
  });

  it('optOut forgets, and holds on later pages until optIn', async () => {
    const { page } = await open();
    await page.clock.runFor(2_500);
    await until(() => expect(views()).toHaveLength(1));
    await page.evaluate('trailgraph.optOut()');
    await page.mouse.move(10, 10);
    await page.clock.runFor(5_000);
    await page.goto(`${collector.url}/other`);
    await page.mouse.move(30, 10);
    await page.clock.runFor(5_000);
    expect(collector.batches).toHaveLength(1);
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['trailgraph.off']);
    await page.evaluate('trailgraph.optIn()');
    await page.clock.runFor(2_500);
    await until(() => expect(views()).toHaveLength(2));
    expect(visitors().size).toBe(2);
  });

  it('a link excludes the people of the site, and another includes them again', async () => {
    const { page } = await open('/?trailgraph=exclude');
    await page.goto(`${collector.url}/other`);
    await page.clock.runFor(5_000);
    expect(collector.requests).not.toContain('/v1/batches');
    await page.goto(`${collector.url}/?trailgraph=include`);
    await page.clock.runFor(2_500);
    await until(() => expect(views()).toHaveLength(1));
  });
});

describe('the script', () => {
  it('does nothing the second time it is included', async () => {
    const { page, errors } = await open('/twice');
    await page.mouse.click(10, 10);
    await page.clock.runFor(2_500);
    await until(() => expect(views()).toHaveLength(1));
    expect(collector.events('press')).toHaveLength(1);
    expect(errors).toEqual([]);
  });

  it('keeps the share of samples that the site wants', async () => {
    const countMoves = async (path: string) => {
      collector.batches.length = 0;
      const { page } = await open(path);
      for (let i = 0; i < 100; i++) {
        await page.mouse.move(10 + i, 10);
        await page.clock.runFor(50);
      }
      await page.goto('about:blank');
      await until(() => expect(collector.events('visibility')).not.toEqual([]));
      return collector.batches.reduce((sum, { moves }) => sum + moves.t.length, 0);
    };
    const all = await countMoves('/');
    const kept = await countMoves('/tenth');
    expect(all).toBeGreaterThan(90);
    expect(kept / all).toBeGreaterThan(0.06);
    expect(kept / all).toBeLessThan(0.15);
  });

  it('never throws into a page that breaks what it stands on', async () => {
    await context.addInitScript(() => {
      Element.prototype.getBoundingClientRect = () => {
        throw new Error('broken');
      };
      Storage.prototype.setItem = () => {
        throw new Error('full');
      };
      navigator.sendBeacon = () => {
        throw new Error('no beacon');
      };
    });
    const { page, errors } = await open();
    await page.mouse.click(10, 10);
    await page.evaluate("trailgraph.track('x', null), trailgraph.identify(undefined)");
    await page.clock.runFor(3_000);
    await page.goto(`${collector.url}/other`);
    expect(errors).toEqual([]);
  });
});
