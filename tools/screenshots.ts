import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../e2e/testing/browse.ts';
import { findChromium } from './chromium/find-chromium.ts';
import { repoPath } from './data-dir.ts';
import { makeProgress } from './progress/progress.ts';
import { savePicture } from './screenshots/save-picture.ts';
import { visitShop } from './screenshots/visit.ts';
import { startSystem } from './system/start-system.ts';

interface Picture {
  readonly name: string;
  readonly url: string;
  readonly width: number;
  readonly height: number;
  readonly scheme: 'light' | 'dark';
  /** What must be there before the picture is taken. */
  readonly ready: string;
  /** How often the canvas is moved on with the arrow key: what matters may be far down the page. */
  readonly pans?: number;
}

/** `npm run screenshots`: a real visit to the shop, and pictures of it and of the dashboard for the README. */
const folder = process.argv[2] ?? repoPath('docs/pictures');
const dataDir = await mkdtemp(join(tmpdir(), 'trailgraph-pictures-'));
const progress = makeProgress();
const system = await startSystem({ dataDir, progress });
const browser = await launchBrowser(await findChromium());
try {
  await mkdir(folder, { recursive: true });
  const visit = await progress.during('Visiting the shop …', () =>
    visitShop(browser, system.urls.shop),
  );
  const session = await findSessionLink(browser);
  const row = 'tr.session-row';
  const canvas = '.trail-stage canvas';
  const { dashboard, shop } = system.urls;
  const wide = { width: 1280, height: 860 } as const;
  // All of the canvas, with the controls below it.
  const tall = { width: 1280, height: 1240 } as const;
  const pictures: readonly Picture[] = [
    { name: 'session-light', url: session, ready: canvas, scheme: 'light', pans: 9, ...tall },
    { name: 'session-dark', url: session, ready: canvas, scheme: 'dark', pans: 9, ...tall },
    { name: 'sessions-light', url: dashboard, ready: row, scheme: 'light', ...wide },
    { name: 'shop-light', url: shop, ready: '.picture', scheme: 'light', ...wide },
  ];
  for (const picture of pictures) await take(browser, picture);
  await visit.context().close();
} finally {
  await browser.close();
  await system.stop();
  await rm(dataDir, { recursive: true });
}

async function findSessionLink(from: Browser): Promise<string> {
  const page = await from.newPage();
  await page.goto(system.urls.dashboard);
  const link = page.locator('tr.session-row a').first();
  // The verdict on a dead click takes five seconds.
  await page.locator('tr.session-row').getByText('9 dead').waitFor();
  const href = await link.getAttribute('href');
  await page.close();
  return new URL(href ?? '/', system.urls.dashboard).href;
}

async function take(from: Browser, picture: Picture): Promise<void> {
  const { name, url, width, height, scheme, ready, pans = 0 } = picture;
  const context = await from.newContext({
    viewport: { width, height },
    deviceScaleFactor: 2,
    colorScheme: scheme,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(url);
  await page.locator(ready).first().waitFor();
  await page.waitForLoadState('networkidle');
  for (let pan = 0; pan < pans; pan++) await page.locator(ready).first().press('ArrowDown');
  // Without the ring of the keyboard's focus.
  await page.evaluate(
    () => document.activeElement instanceof HTMLElement && document.activeElement.blur(),
  );
  await savePicture(join(folder, `${name}.png`), await page.screenshot());
  await context.close();
  progress.say(`${join(folder, `${name}.png`)}`);
}
