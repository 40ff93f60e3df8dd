import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../e2e/testing/browse.ts';
import { findChromium } from './chromium/find-chromium.ts';
import { repoPath } from './data-dir.ts';
import { makeProgress } from './progress/progress.ts';
import { makeApiClient } from './replay/api-client.ts';
import { makeCollectorClient } from './replay/collector-client.ts';
import { listViews, makeAlertToShow, type SeededView } from './screenshots/seeded-views.ts';
import { takePictures } from './screenshots/take-pictures.ts';
import { visitShop } from './screenshots/visit.ts';
import { seedSite } from './seed/seed-site.ts';
import { startSystem } from './system/start-system.ts';

/**
 * `npm run screenshots`: a real visit to the shop and a made-up month, in a system of its own, and pictures of every view, light and dark,
 * wide and narrow. `-- <folder> <sessions>` for another folder, or fewer sessions.
 */
const folder = process.argv[2] ?? repoPath('docs/pictures');
const sessions = Number(process.argv[3] ?? 2_000);
const site = 'demo-month';
const dataDir = await mkdtemp(join(tmpdir(), 'trailgraph-pictures-'));
const progress = makeProgress();
const system = await startSystem({ dataDir, progress });
const browser = await launchBrowser(await findChromium());
try {
  await mkdir(folder, { recursive: true });
  const { api, collector, dashboard, shop } = system.urls;
  const ask = makeApiClient(`${api}/graphql`, system.ownerToken);
  await progress.during('Making a month up …', () =>
    seedSite({
      wishes: { site, sessions, days: 30, seed: '1', until: Date.now() },
      ask,
      send: makeCollectorClient({
        url: `${collector}/v1/batches`,
        secret: system.replaySecret,
      }),
      recordFile: join(dataDir, 'seed.json'),
    }),
  );
  await makeAlertToShow(ask, site);
  // Last, so that its session is still going on.
  const visit = await progress.during('Visiting the shop …', () => visitShop(browser, shop));
  const views = [
    ...listViews(site, '').filter(({ name }) => name !== 'session'),
    await findVisit(browser),
    { name: 'shop', path: shop, ready: '.picture' },
  ];
  await takePictures(browser, dashboard, views, folder, progress.say);
  await visit.context().close();
} finally {
  await browser.close();
  await system.stop();
  await rm(dataDir, { recursive: true });
}

/** The session of the visit to the shop, once its verdicts are there. */
async function findVisit(from: Browser): Promise<SeededView> {
  const page = await from.newPage();
  await page.goto(`${system.urls.dashboard}/sessions?site=${system.site}`);
  const row = page.locator('tr.session-row').first();
  // The verdict on a dead click takes five seconds.
  await row.getByText('9 dead').waitFor();
  const path = (await row.locator('a').first().getAttribute('href')) ?? '/';
  await page.close();
  return { name: 'session', path, ready: '.event-row', heightPx: 1_240 };
}
