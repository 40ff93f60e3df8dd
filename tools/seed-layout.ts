import { writeFile } from 'node:fs/promises';
import { createShop } from '../demo/server.ts';
import { launchBrowser } from '../e2e/testing/browse.ts';
import { findChromium } from './chromium/find-chromium.ts';
import { measureShop } from './seed/measure-shop.ts';
import { layoutFile, writeShopLayout } from './seed/shop-layout.ts';
import { startWebServer } from './system/web-server.ts';

/** `npm run seed:layout`: measures the demo shop again, after its pages have changed, for the people that `npm run seed` makes up. */
const nowhere = 'http://127.0.0.1:9';
const shop = await startWebServer(
  0,
  await createShop({ collectorUrl: nowhere, dashboardUrl: nowhere, site: 'seed' }),
);
const browser = await launchBrowser(await findChromium());
try {
  const layout = await measureShop(browser, shop.url);
  await writeFile(layoutFile, writeShopLayout(layout));
  process.stderr.write(`Measured ${layout.pages.length} pages.\n`);
} finally {
  await browser.close();
  await shop.stop();
}
