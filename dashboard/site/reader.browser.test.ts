import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { makeNumbers } from '../testing/made-numbers.ts';
import { makeSession } from '../testing/made-session.ts';
import { makeSite } from '../testing/made-site.ts';
import { type Opened, openDashboard } from '../testing/open-dashboard.ts';

let dashboard: Opened;
let page: Page;
const site = { ...makeSite('shop', 'Shop'), routes: ['/product/:id'] };
const alert = {
  ...{ id: 'alert1', name: 'Rage at checkout', rule: 'ABOVE', metric: 'RAGE_CLICK_RATE' },
  ...{ threshold: 5, windowHours: 1, minCount: 10, page: '/checkout', isFiring: true },
  ...{ webhookUrl: null, silencedUntil: null },
};
const saved = {
  ...{ id: 'f1', name: 'Checkout', order: 'ORDERED', windowMinutes: null },
  steps: [{ page: '/' }, { page: '/cart' }],
};

beforeAll(async () => {
  dashboard = await openDashboard(inject('chromiumPath'));
  dashboard.api.sites.push(site);
  const sessions = [makeSession({ number: 1, startedAt: Date.now(), site, rage: true })];
  dashboard.api.sessions.push(...sessions);
  Object.assign(dashboard.api.fields, makeNumbers(sessions), {
    ...{ site, alerts: [alert], funnels: [saved] },
    viewer: { role: 'READER' },
  });
});
afterAll(() => dashboard.close());
beforeEach(async () => {
  page = await dashboard.browser.newPage();
});
afterEach(() => page.close());

/** What can be pressed or filled in within the view, by its name. */
const offers = (name: string | RegExp) => page.locator('main').getByRole('button', { name });

test('a reader sees how a site is recorded, and nothing that would be refused', async () => {
  await page.goto(`${dashboard.url}/settings`);
  await page.getByText('This token reads.').waitFor();
  const facts = page.getByRole('region', { name: 'Shop' });
  await facts.getByText('https://shop.example').waitFor();
  await facts.getByText('/product/:id', { exact: true }).waitFor();
  await facts.getByText('Europe/Berlin').waitFor();
  expect(await page.locator('main').getByRole('textbox').count()).toBe(0);
  expect(await page.locator('main').getByRole('checkbox').count()).toBe(0);
  expect(await offers(/Save|Erase|Make a token|Create/).count()).toBe(0);
  expect(await page.locator('main [role="alert"]').count()).toBe(0);
});

test('a reader sees alerts and how they stand, and makes and changes none', async () => {
  await page.goto(`${dashboard.url}/alerts`);
  await page.getByText('Going off').waitFor();
  await page.getByText('This token reads.').waitFor();
  expect(await offers(/Test|Change|Delete|Make/).count()).toBe(0);
  expect(await page.getByLabel('Silence Rage at checkout').count()).toBe(0);
});

test('a reader opens saved funnels, and saves none', async () => {
  await page.goto(`${dashboard.url}/funnels`);
  await page.getByRole('combobox', { name: 'Saved funnels' }).selectOption('Checkout');
  await page.getByText('came through').waitFor();
  await page.getByText('Saving is an owner’s').waitFor();
  expect(await offers(/^Save|^Delete/).count()).toBe(0);
});

test('a reader is told what is not a problem, and decides nothing', async () => {
  const [first, ...others] = dashboard.api.fields.deadClickElements as readonly object[];
  const markedAt = '2026-03-12T12:00:00.000Z';
  dashboard.api.fields.deadClickElements = [{ ...first, markedAt }, ...others];
  await page.goto(`${dashboard.url}/frustration`);
  const dead = page.getByRole('region', { name: 'Dead clicks', exact: true });
  await dead.getByRole('row').nth(1).waitFor();
  expect(await dead.getByRole('columnheader', { name: 'Verdict' }).count()).toBe(0);
  await page.getByLabel('Show what is not a problem').check();
  await dead.getByRole('cell', { name: 'not a problem' }).waitFor();
  expect(await offers(/a problem/).count()).toBe(0);
});

test('a reader who may see no site is not sent to make one', async () => {
  dashboard.api.sites.length = 0;
  await page.goto(`${dashboard.url}/sessions`);
  await page.getByText('This token may see none.').waitFor();
  expect(await page.getByRole('link', { name: 'Create one in Settings' }).count()).toBe(0);
  dashboard.api.sites.push(site);
});
