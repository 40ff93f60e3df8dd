import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { buildDashboard } from '../dashboard/build.ts';
import { launchBrowser } from '../e2e/testing/browse.ts';
import { findChromium } from '../tools/chromium/find-chromium.ts';
import { silentProgress } from '../tools/progress/progress.ts';
import { makeApiClient } from '../tools/replay/api-client.ts';
import { makeCollectorClient } from '../tools/replay/collector-client.ts';
import { seedSite } from '../tools/seed/seed-site.ts';
import { startSystem } from '../tools/system/start-system.ts';
import type { RunningSystem } from '../tools/system/system.ts';
import { startWebServer } from '../tools/system/web-server.ts';
import { median, quantile } from './median.ts';

/**
 * Prints how much JavaScript the dashboard's first view loads, and how soon it shows something, and the first session, on the local
 * system with an empty browser cache; beside a page that has nothing but a word.
 */
const rounds = Number(process.argv[2] ?? 9);
const site = 'demo-month';
const sessions = 60;

interface ManifestEntry {
  readonly file: string;
  readonly imports?: readonly string[];
}
interface Shown {
  readonly contentMs: number[];
  readonly dataMs: number[];
}

const folder = await mkdtemp(join(tmpdir(), 'trailgraph-first-view-'));
await printSize(join(folder, 'dist'));
const system = await startSystem({ dataDir: join(folder, 'data'), progress: silentProgress });
const plain = await startWebServer(0, (_request, response) => {
  response.setHeader('content-type', 'text/html');
  response.end('<!doctype html><title>Plain</title><p>Sessions</p>');
});
const browser = await launchBrowser(await findChromium());
try {
  await seed(system);
  const pages = [
    { name: 'a page with a word', url: plain.url, data: 'p' },
    {
      name: 'the first view',
      url: `${system.urls.dashboard}/?site=${site}`,
      data: 'tr.session-row',
    },
  ];
  const shown = pages.map((): Shown => ({ contentMs: [], dataMs: [] }));
  // The first of each warms up.
  for (let round = 0; round <= rounds; round++) {
    for (const [at, page] of pages.entries()) {
      const { contentMs, dataMs } = await open(browser, page.url, page.data);
      if (round === 0) continue;
      shown[at]?.contentMs.push(contentMs);
      shown[at]?.dataMs.push(dataMs);
    }
  }
  print(
    pages.map(({ name }, at) => ({
      page: name,
      'first content, median ms': Math.round(median(shown[at]?.contentMs ?? [])),
      'p95, ms': Math.round(quantile(shown[at]?.contentMs ?? [], 0.95)),
      'first data, median ms': Math.round(median(shown[at]?.dataMs ?? [])),
      goal: at === 0 ? '' : 'content < 1,000 ms',
    })),
  );
} finally {
  await browser.close();
  await plain.stop();
  await system.stop();
  await rm(folder, { recursive: true });
}

/** Entry and first view, with all that they import. */
async function printSize(dist: string): Promise<void> {
  await buildDashboard(dist);
  const manifest: Readonly<Record<string, ManifestEntry>> = JSON.parse(
    await readFile(join(dist, '.vite/manifest.json'), 'utf8'),
  );
  const needed = new Set<string>();
  const need = (key: string) => {
    const entry = manifest[key];
    if (!entry || needed.has(entry.file)) return;
    needed.add(entry.file);
    entry.imports?.forEach(need);
  };
  need('index.html');
  need('sessions/SessionsView.tsx');
  const sizes = await Promise.all(
    [...needed].map(async (file) => {
      const code = await readFile(join(dist, file));
      return { bytes: code.length, brotli: (await promisify(brotliCompress)(code)).length };
    }),
  );
  print([
    {
      'JavaScript of the first view': `${needed.size} files`,
      bytes: sizes.reduce((sum, { bytes }) => sum + bytes, 0),
      brotli: sizes.reduce((sum, { brotli }) => sum + brotli, 0),
      goal: '≤ 80,000',
    },
  ]);
}

function seed({ urls, ownerToken, replaySecret }: RunningSystem): Promise<void> {
  return seedSite({
    wishes: { site, sessions, days: 7, seed: '1', until: Date.now() },
    ask: makeApiClient(`${urls.api}/graphql`, ownerToken),
    send: makeCollectorClient({ url: `${urls.collector}/v1/batches`, secret: replaySecret }),
    recordFile: join(folder, 'seed.json'),
  });
}

/** In a browser that has never been there. @returns ms since the navigation began */
async function open(
  on: Browser,
  url: string,
  data: string,
): Promise<{ readonly contentMs: number; readonly dataMs: number }> {
  const context = await on.newContext({ viewport: { width: 1_280, height: 860 } });
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'commit' });
  const dataMs = await page.waitForFunction(
    (selector) => (document.querySelector(selector) ? performance.now() : false),
    data,
    { polling: 'raf' },
  );
  const contentMs = await page.waitForFunction(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
  );
  const shown = {
    dataMs: Number(await dataMs.jsonValue()),
    contentMs: Number(await contentMs.jsonValue()),
  };
  await context.close();
  return shown;
}

function print(rows: readonly object[]): void {
  // biome-ignore lint/suspicious/noConsole: a benchmark prints its figures.
  console.table(rows);
}
