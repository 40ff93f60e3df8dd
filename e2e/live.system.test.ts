import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { RunningSystem } from '../tools/system/system.ts';
import { findSessions } from './testing/ask.ts';
import { countPixels, launchBrowser, moveAround, pressQuickly } from './testing/browse.ts';
import { startTestSystem, withDatabase } from './testing/start-test-system.ts';

let system: RunningSystem;
let browser: Browser;

beforeAll(async () => {
  system = await startTestSystem({
    mongodbUri: withDatabase(inject('mongodbUri'), 'e2e_live'),
    localMode: true,
  });
  browser = await launchBrowser(inject('chromiumPath'));
});

afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

async function open(url: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  return context.newPage().then(async (page) => {
    await page.goto(url);
    return page;
  });
}

const card = (page: Page, label: string) =>
  page.locator('.cards > *').filter({ hasText: label }).first();

test('a visitor’s hand in the shop is seen on the dashboard, live', async () => {
  const dashboard = await open(`${system.urls.dashboard}/`);
  // A mark that a reload would wipe away.
  await dashboard.evaluate(() => Object.assign(window, { neverReloaded: true }));
  const shop = await open(`${system.urls.shop}/`);

  await moveAround(shop, 2);
  await pressQuickly(shop, '#pay-card', 1);
  await expect
    .poll(() => shop.locator('[data-payment-status]').textContent())
    .toContain('with Card');
  await pressQuickly(shop, '#pay-instalments', 4);

  const row = dashboard.locator('tr.session-row').first();
  await row.getByText('4 rage clicks').waitFor({ timeout: 15_000 });
  await row.locator('a').click();
  await card(dashboard, 'Rage clicks').getByText('4', { exact: true }).waitFor();
  await card(dashboard, 'Total clicks').getByText('5', { exact: true }).waitFor();

  // The buttons are far down the page, as the canvas shows it. Trail in blue, clicks in green, rage in red.
  await dashboard.locator('canvas').first().focus();
  for (let step = 0; step < 14; step++) await dashboard.keyboard.press('ArrowDown');
  await expect
    .poll(() => countPixels(dashboard, '#12913a'), { timeout: 10_000 })
    .toBeGreaterThan(20);
  await expect.poll(() => countPixels(dashboard, '#e0241b')).toBeGreaterThan(20);
  expect(await countBlue(dashboard)).toBeGreaterThan(200);

  // It goes on growing while the visitor goes on.
  const before = await countBlue(dashboard);
  await moveAround(shop, 3);
  await expect.poll(() => countBlue(dashboard), { timeout: 15_000 }).toBeGreaterThan(before);
  expect(await dashboard.evaluate(() => 'neverReloaded' in window)).toBe(true);

  const [session] = await findSessions(system);
  expect(session).toMatchObject({ totalClicks: 5, rageClicks: 4, pageCount: 1 });
  await shop.context().close();
  await dashboard.context().close();
});

test('the API may crash while somebody shops: nothing is lost and nothing is counted twice', async () => {
  const known = new Set((await findSessions(system)).map(({ sessionId }) => sessionId));
  const shop = await open(`${system.urls.shop}/products`);
  const presses = 12;
  const crash = shop
    .waitForTimeout(1500)
    .then(() => system.api.crash())
    .then(() => system.api.crash());
  for (let press = 0; press < presses; press++) {
    await shop
      .locator('[data-filters] a')
      .nth(press % 4)
      .click();
    await moveAround(shop);
  }
  await crash;
  const found = async () => (await findSessions(system)).find((one) => !known.has(one.sessionId));
  // Unsent batches are tried again with a growing pause.
  await expect.poll(async () => (await found())?.totalClicks, { timeout: 60_000 }).toBe(presses);
  expect((await found())?.pageCount).toBeGreaterThan(presses - 3);
  await shop.context().close();
});

test('a visitor who asks not to be tracked is told so, and nothing of them is recorded', async () => {
  const before = (await findSessions(system)).length;
  const context = await browser.newContext();
  await context.addInitScript(() =>
    Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true }),
  );
  const shop = await context.newPage();
  const sent: string[] = [];
  shop.on('request', (request) => sent.push(request.url()));
  await shop.goto(`${system.urls.shop}/`);
  await moveAround(shop);
  await pressQuickly(shop, '#pay-card', 1);
  expect(await shop.locator('[data-recording]').textContent()).toContain('Global Privacy Control');
  await context.close();
  expect(sent.filter((url) => url.includes('/v1/'))).toEqual([]);
  expect(await findSessions(system)).toHaveLength(before);
});

/** The trail's blue shines through: bluer than red by far, whatever the alpha. */
function countBlue(page: Page): Promise<number> {
  return page
    .locator('canvas')
    .first()
    .evaluate((canvas: HTMLCanvasElement) => {
      const data =
        canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      let count = 0;
      for (let i = 0; i < data.length; i += 4) {
        if ((data[i + 2] ?? 0) - (data[i] ?? 0) > 60) count += 1;
      }
      return count;
    });
}
