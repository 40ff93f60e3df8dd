import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, inject, vi } from 'vitest';
import type { FakeCollector } from './fake-collector.ts';
import { openBrowser } from './open-browser.ts';
import { openPage, startTracked } from './tracked-page.ts';

/** The page of specimens, opened anew for each test, with a clock that tests can advance. */
export interface Specimens {
  collector: FakeCollector;
  page: Page;
  readonly click: (id: string) => () => Promise<void>;
  /** Presses, lets the time of a verdict pass, and gives what was reported of each press. */
  readonly report: (press: () => Promise<unknown>) => Promise<Report[]>;
}
export type Report = Awaited<ReturnType<typeof report>>[number];

/** Sets the tests of a file up. */
export function useSpecimens(): Specimens {
  let browser: Browser;
  const specimens = {
    click: (id: string) => () => specimens.page.locator(`#${id}`).click(),
    report: (press: () => Promise<unknown>) => report(specimens, press),
  } as Specimens;

  beforeAll(async () => {
    const path = new URL('../../demo/specimens/index.html', import.meta.url);
    const html = await readFile(path, 'utf8');
    const collector = await startTracked();
    const filled = html.replaceAll('{{collector}}', collector.url).replaceAll('{{site}}', 'shop');
    collector.setPage('/specimens', filled);
    specimens.collector = collector;
    browser = await openBrowser(inject('chromiumPath'));
  });
  afterAll(async () => {
    await browser.close();
    await specimens.collector.stop();
  });
  beforeEach(async () => {
    const context = await browser.newContext({
      hasTouch: true,
      // Tall enough that nothing need be scrolled to: scrolling answers a press.
      viewport: { width: 1_200, height: 4_500 },
    });
    const { page } = await openPage(context, `${specimens.collector.url}/specimens`);
    specimens.page = page;
    // The clock on the page has ticked before anything is pressed.
    await page.clock.runFor(2_500);
    specimens.collector.batches.length = 0;
    return () => context.close();
  });
  return specimens;
}

async function report({ collector, page }: Specimens, press: () => Promise<unknown>) {
  await press();
  // Its time is the browser's, not the page's.
  await page.evaluate(`import('${collector.url}/t-press.js').then(() => {})`);
  await page.clock.runFor(8_000);
  await vi.waitFor(() => expect(collector.events('press').length).toBeGreaterThan(0), 5_000);
  await page.clock.runFor(4_000);
  await vi.waitFor(() => {
    const judged = new Set(collector.events('reaction').map((reaction) => reaction.press));
    expect(judged.size).toBe(collector.events('press').length);
  }, 5_000);
  return collector.events('press').map((event) => {
    const seen = collector.events('reaction').filter((reaction) => reaction.press === event.press);
    return {
      ...event,
      kind: Math.max(...seen.map(({ kind }) => kind)),
      afterMs: Math.min(...seen.map(({ afterMs }) => afterMs)),
      causes: seen.reduce((all, { causes }) => all | causes, 0),
      networkMs: Math.max(...seen.map(({ networkMs }) => networkMs)),
    };
  });
}
