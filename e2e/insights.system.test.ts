import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { RunningSystem } from '../tools/system/system.ts';
import { findSessions } from './testing/ask.ts';
import { countPixels, launchBrowser, moveAround, pressQuickly } from './testing/browse.ts';
import { startTestSystem, withDatabase } from './testing/start-test-system.ts';

let system: RunningSystem;
let browser: Browser;

beforeAll(async () => {
  // Whoever runs the tests may have a key; nothing is to leave this machine.
  delete process.env['GEMINI_API_KEY'];
  system = await startTestSystem({
    mongodbUri: withDatabase(inject('mongodbUri'), 'e2e_insights'),
    localMode: true,
  });
  browser = await launchBrowser(inject('chromiumPath'));
});

afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

async function open(url: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

/** Presses the button that does nothing, and stays until that is sure. */
async function pressInVain(): Promise<string> {
  const known = new Set((await findSessions(system)).map(({ sessionId }) => sessionId));
  const shop = await open(`${system.urls.shop}/`);
  await moveAround(shop, 2);
  await pressQuickly(shop, '#pay-card', 1);
  await shop.waitForTimeout(800);
  await pressQuickly(shop, '#pay-instalments', 1);
  const found = async () => (await findSessions(system)).find((one) => !known.has(one.sessionId));
  await expect.poll(async () => (await found())?.deadClicks, { timeout: 20_000 }).toBe(1);
  await shop.context().close();
  return (await found())?.sessionId ?? '';
}

test('from a press in vain to the moment that proves it, without a key', async () => {
  const session = await pressInVain();
  const page = await open(`${system.urls.dashboard}/sessions/${session}`);
  await page.getByRole('button', { name: 'Generate AI insights' }).click();

  const problem = page.locator('.main-problem .finding');
  await problem.getByText('pay-instalments does nothing when pressed').waitFor({ timeout: 15_000 });
  expect(await page.locator('.analysis-head').textContent()).toContain('Rules, no AI');
  expect(await page.locator('[data-code="NO_KEY"]').textContent()).toContain('GEMINI_API_KEY');
  expect(await page.locator('.finding-cards').first().locator('.finding').count()).toBeGreaterThan(
    3,
  );
  expect(await page.locator('.finding-cards').last().locator('.finding').count()).toBeGreaterThan(
    2,
  );

  const spotBefore = await countPixels(page, '#0a6cff');
  const evidence = problem.locator('.evidence a').first();
  expect(await evidence.textContent()).toContain('Dead click on');
  await evidence.click();
  // The replay is there: the dead click has just happened, and its place is marked.
  await page.locator('.spot-line', { hasText: 'Dead click on' }).waitFor();
  const current = page.locator('.event-row[aria-current]');
  expect(await current.textContent()).toContain('Dead click');
  await expect.poll(() => countPixels(page, '#0a6cff')).not.toBe(spotBefore);
  const moment = await page.locator('.replay-time').textContent();

  // The address shows the same to somebody else.
  const link = page.url();
  expect(link).toContain('spot=');
  const other = await open(link);
  await other.locator('.spot-line', { hasText: 'Dead click on' }).waitFor();
  await expect.poll(() => other.locator('.replay-time').textContent()).toBe(moment);
  // What was found is kept.
  await other.locator('.main-problem', { hasText: 'does nothing when pressed' }).waitFor();
  await other.getByRole('button', { name: 'Copy as Markdown' }).click();
  const copied = await other.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('## Main problem');
  expect(copied).toContain(`/sessions/${session}?`);
  await other.context().close();
  await page.context().close();
});

test('a page’s insights lead into the sessions that show them', async () => {
  const page = await open(`${system.urls.dashboard}/heatmaps?page=/`);
  await page.getByRole('button', { name: 'Generate AI insights' }).click();
  const evidence = page.locator('.main-problem .evidence a').first();
  await evidence.waitFor({ timeout: 15_000 });
  expect(await page.locator('.main-problem').textContent()).toContain('pay-instalments');
  await evidence.click();
  await page.locator('.spot-line', { hasText: 'Dead click on' }).waitFor({ timeout: 15_000 });
  expect(page.url()).toContain('/sessions/');
  await page.context().close();
});
