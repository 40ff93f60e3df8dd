import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type AskApi, makeApiClient } from '../tools/replay/api-client.ts';
import { makeCollectorClient } from '../tools/replay/collector-client.ts';
import {
  findSessionToShow,
  listViews,
  makeAlertToShow,
  type SeededView,
} from '../tools/screenshots/seeded-views.ts';
import { writeRecord } from '../tools/seed/seed-record.ts';
import { seedSite } from '../tools/seed/seed-site.ts';
import type { RunningSystem } from '../tools/system/system.ts';
import { launchBrowser } from './testing/browse.ts';
import { startTestSystem, withDatabase } from './testing/start-test-system.ts';

const axePath = fileURLToPath(import.meta.resolve('axe-core/axe.min.js'));
const axeSource = await readFile(axePath, 'utf8');
const site = 'demo-month';
const sessions = 150;
const wishes = { site, sessions, days: 30, seed: 'views', until: Date.now() };

let system: RunningSystem;
let browser: Browser;
let folder: string;
let ask: AskApi;
let views: readonly SeededView[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trailgraph-views-'));
  system = await startTestSystem({
    mongodbUri: withDatabase(inject('mongodbUri'), 'e2e_views'),
    localMode: true,
  });
  browser = await launchBrowser(inject('chromiumPath'));
  ask = makeApiClient(`${system.urls.api}/graphql`, system.ownerToken);
  await seed();
  await makeAlertToShow(ask, site);
  views = listViews(site, await findSessionToShow(ask, site));
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await system?.stop();
  await rm(folder, { recursive: true });
});

function seed(recordFile = 'record.json'): Promise<void> {
  const url = `${system.urls.collector}/v1/batches`;
  const send = makeCollectorClient({ url, secret: system.replaySecret });
  return seedSite({ wishes, ask, send, recordFile: join(folder, recordFile) });
}

interface Counted {
  readonly mouseStatistics: { readonly totalClicks: number };
  readonly sessions: {
    readonly totalCount: number;
    readonly nodes: readonly { country: string }[];
  };
}
const countQuery = `query ($site: ID!) {
  mouseStatistics(site: $site) { totalClicks }
  sessions(site: $site, first: 100) { totalCount nodes { country } }
}`;

describe('a seeded site', () => {
  test('has every made-up session, from several countries', async () => {
    const counted = await ask<Counted>(countQuery, { site });
    expect(counted.sessions.totalCount).toBe(sessions);
    const countries = new Set(counted.sessions.nodes.map(({ country }) => country));
    expect(countries.size).toBeGreaterThan(3);
    expect(countries).toContain('SE');
  });

  test('is not seeded twice, and what was interrupted goes on without a click counted twice', async () => {
    await expect(seed()).rejects.toThrow('has 150 sessions already');
    const before = await ask<Counted>(countQuery, { site });
    const record = join(folder, 'interrupted.json');

    await writeRecord(record, { wishes, isDone: false });
    await seed('interrupted.json');
    expect(await ask<Counted>(countQuery, { site })).toEqual(before);
  });
});

/** A page that notes what the browser complains about. */
async function openPage(width: number, colorScheme: 'light' | 'dark') {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  const open = async ({ path, ready }: SeededView) => {
    await page.goto(system.urls.dashboard + path);
    await page.locator(ready).first().waitFor();
  };
  return { page, complaints, open, close: () => context.close() };
}

test.each([360, 768, 1440, 2560])(
  'every view fits a window of %i px, shows where the focus is, and makes the browser complain of nothing',
  async (width) => {
    const { page, complaints, open, close } = await openPage(width, 'light');
    for (const view of views) {
      await open(view);
      expect(await scrollSideways(page), view.name).toBe(0);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      expect(await isFocusShown(page), view.name).toBe(true);
    }
    expect(complaints).toEqual([]);
    await close();
  },
);

test('a view that gets the focus as a whole, to be read out, has no ring around it', async () => {
  const { page, close } = await openPage(1440, 'light');
  await page.goto(system.urls.dashboard);
  await page.locator('#view:focus').waitFor();
  expect(await isFocusShown(page)).toBe(false);
  await close();
});

test.each([
  [360, 'dark'],
  [1440, 'light'],
] as const)('axe finds nothing on any view at %i px, %s', async (width, scheme) => {
  const { page, open, close } = await openPage(width, scheme);
  for (const view of views) {
    await open(view);
    expect(await findProblems(page), view.name).toEqual([]);
  }
  await close();
});

function scrollSideways(page: Page): Promise<number> {
  return page.evaluate(() => {
    window.scrollTo(1_000, 0);
    return window.scrollX;
  });
}

async function findProblems(page: Page): Promise<readonly string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const axe: typeof import('axe-core') = Reflect.get(window, 'axe');
    const { violations } = await axe.run(document);
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
  });
}

function isFocusShown(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    return (
      focused !== document.body &&
      focused !== null &&
      getComputedStyle(focused).outlineStyle !== 'none'
    );
  });
}
