import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { RunningSystem } from '../tools/system/system.ts';
import { findSessions } from './testing/ask.ts';
import { launchBrowser, moveAround, pressQuickly } from './testing/browse.ts';
import { startTestSystem, withDatabase } from './testing/start-test-system.ts';

let system: RunningSystem;
let browser: Browser;

beforeAll(async () => {
  system = await startTestSystem({
    mongodbUri: withDatabase(inject('mongodbUri'), 'e2e_funnel'),
    localMode: true,
  });
  browser = await launchBrowser(inject('chromiumPath'));
});
afterAll(async () => {
  await browser?.close();
  await system.stop();
});

/** Somebody whom nobody has seen before. */
async function visit(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${system.urls.shop}/`);
  await moveAround(page);
  return page;
}

const pressInVain = (page: Page) => pressQuickly(page, '#pay-instalments', 1);

/** Leaves when the press is known to have been in vain. */
async function loseVisitor(): Promise<string> {
  const page = await visit();
  await pressInVain(page);
  await expect
    .poll(async () => (await findSessions(system)).map(({ deadClicks }) => deadClicks), {
      timeout: 20_000,
    })
    .toEqual([1]);
  await page.context().close();
  return (await findSessions(system))[0]?.sessionId ?? '';
}

/** Presses the same, but finds another way to pay. */
async function orderAllTheSame(): Promise<void> {
  const page = await visit();
  await pressInVain(page);
  await page.goto(`${system.urls.shop}/checkout`);
  const answers = { name: 'Bo', email: 'bo@example.com', street: 'A 1', postcode: '1', city: 'B' };
  for (const [id, answer] of Object.entries(answers)) await page.locator(`#${id}`).fill(answer);
  await page.getByRole('button', { name: 'Place order' }).click();
  await page.waitForURL('**/checkout/done');
  await expect
    .poll(async () => (await findSessions(system)).map(({ pageCount }) => pageCount).sort(), {
      timeout: 20_000,
    })
    .toEqual([1, 3]);
  await page.context().close();
}

test('who was lost at a dead payment button is in the funnel’s drop-off, one click from that moment', async () => {
  const lost = await loseVisitor();
  await orderAllTheSame();
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${system.urls.dashboard}/funnels`);

  // Built from what the site has.
  const press = await page
    .locator('datalist option[value*="pay-instalments"]')
    .first()
    .getAttribute('value', { timeout: 15_000 });
  const field = page.getByLabel('Next step');
  for (const step of ['Page /', press ?? '', 'Page /checkout/done']) await field.fill(step);
  await page.getByText('50 % came through: 1 of 2 visitors').waitFor({ timeout: 15_000 });
  const bars = page.locator('.funnel-bars > li');
  expect(await bars.locator('.funnel-share').allTextContents()).toEqual([
    '100\u00a0%',
    '100\u00a0%',
    '50\u00a0%',
  ]);

  await page.getByRole('button', { name: '1 dropped here' }).click();
  const drops = page.getByRole('region', { name: 'Drop-offs', exact: true });
  await drops.getByText('1 visitor reached step 2 and not the next').waitFor();
  await drops.getByText('nowhere: they left').waitFor();
  const link = drops.locator('a[href*="/sessions/"]');
  expect(await link.getAttribute('href')).toContain(`/sessions/${lost}`);
  await link.click();

  // The replay stands at the press in vain.
  const current = page.locator('.event-row[aria-current]');
  await current.waitFor({ timeout: 15_000 });
  expect(await current.textContent()).toContain('Dead click');
  expect(await current.textContent()).toContain('pay-instalments');
});
