import type { BrowserContext, Page } from 'playwright-core';
import { buildTracker } from '../build.ts';
import { type FakeCollector, startFakeCollector } from './fake-collector.ts';

/**
 * A page with the script tag, in the collector's own origin. `attributes`: more of the tag; without `data-wireframe-rate` among them
 * no chance decides whether the page's shape is told: it is not.
 */
export const trackedPage = (body = '', attributes = ''): string =>
  `<!doctype html><title>A page</title><script defer src="/t.js" data-site="shop" ${attributes} data-wireframe-rate="0"></script><body>${body}`;

/** Builds the tracker as it is now, and starts a collector that serves it. */
export async function startTracked(): Promise<FakeCollector> {
  await buildTracker();
  return startFakeCollector();
}

/** A page whose clock stands still, but for `page.clock.runFor`; errors of the page are gathered in `errors`. */
export async function openPage(
  context: BrowserContext,
  url: string,
): Promise<{ readonly page: Page; readonly errors: Error[] }> {
  const page = await context.newPage();
  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));
  await page.clock.install();
  // That clock dates an event when it is first asked for its time; browsers do so when it happens.
  await page.addInitScript(() =>
    addEventListener('pointermove', ({ timeStamp }) => timeStamp, true),
  );
  await page.goto(url);
  return { page, errors };
}
