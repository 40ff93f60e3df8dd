import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { createShop } from '../../demo/server.ts';
import { launchBrowser } from '../../e2e/testing/browse.ts';
import type { RunningPart } from '../system/child.ts';
import { startWebServer } from '../system/web-server.ts';
import { measureShop } from './measure-shop.ts';
import { readShopLayout } from './shop-layout.ts';

let shop: RunningPart | undefined;
let shopUrl: string;
let browser: Browser;
beforeAll(async () => {
  const nowhere = 'http://127.0.0.1:9';
  const urls = { collectorUrl: nowhere, dashboardUrl: nowhere };
  shop = await startWebServer(0, await createShop({ ...urls, site: 'seed' }));
  shopUrl = shop.url;
  browser = await launchBrowser(inject('chromiumPath'));
});
afterAll(async () => {
  await browser?.close();
  await shop?.stop();
});

it('knows the shop as it is now: after a change of its pages, run `npm run seed:layout`', async () => {
  const [measured, known] = [await measureShop(browser, shopUrl, [1440]), await readShopLayout()];
  const at = known.widths.indexOf(1440);
  const describe = ({ pages }: typeof known, width: number) =>
    pages.map(({ path, elements }) => ({
      path,
      elements: elements
        .filter(({ boxes }) => boxes[width])
        .map(({ part, to, strings }) => [part, to, ...strings]),
    }));
  expect(describe(measured, 0)).toEqual(describe(known, at));
});
