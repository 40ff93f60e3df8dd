import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { makeNumbers } from '../testing/made-numbers.ts';
import { makeSession } from '../testing/made-session.ts';
import { makeSite } from '../testing/made-site.ts';
import { type Opened, openDashboard } from '../testing/open-dashboard.ts';

let dashboard: Opened;
let page: Page;
const site = makeSite('shop', 'Shop');
beforeAll(async () => {
  dashboard = await openDashboard(inject('chromiumPath'));
  dashboard.api.sites.push(site);
});
afterAll(() => dashboard.close());
beforeEach(async () => {
  dashboard.api.sessions.length = 0;
  Object.assign(dashboard.api.fields, makeNumbers([]));
  page = await dashboard.browser.newPage({ viewport: { width: 1280, height: 900 } });
});
afterEach(() => page.close());
const card = (label: string) => page.locator('.card', { hasText: label });

test('the overview’s cards tell clicks, rates with their verdict, and speed', async () => {
  await page.goto(`${dashboard.url}/overview`);
  await card('Total clicks').getByText('6,120 sessions').waitFor();
  await card('Rage-click rate').getByText('6.2 %').waitFor();
  await card('Rage-click rate').getByText('High').waitFor();
  await card('Dead-click rate').getByText('Issues').waitFor();
  await card('Average speed').getByText('18.4 k px average distance').waitFor();
});

test('a rate at its limit is still normal', async () => {
  dashboard.api.fields.timeline = ({ metric }: { metric: string }) => ({
    metric,
    interval: 'DAY',
    points: [],
    total: metric === 'RAGE_CLICK_RATE' ? 5 : 3,
  });
  await page.goto(`${dashboard.url}/overview`);
  await card('Rage-click rate').getByText('Normal').waitFor();
  await card('Dead-click rate').getByText('Good').waitFor();
});

test('who is on the site now appears by itself', async () => {
  await page.goto(`${dashboard.url}/overview`);
  await page.getByText('Nobody at the moment.').waitFor();
  await page.locator('.live-status', { hasText: 'Live' }).waitFor();
  dashboard.api.tell(makeSession({ number: 3, startedAt: Date.now(), site, live: true }));
  await page.getByRole('link', { name: 'Visitor k3Rv9Q' }).waitFor();
});

test('metric, period and comparison are in the address, and a point leads to its sessions', async () => {
  await page.goto(`${dashboard.url}/overview`);
  await page.locator('.uplot').waitFor();
  await page.getByLabel('Rage clicks').check();
  await page.getByLabel('Compare with before').check();
  await page.getByLabel('Dates').selectOption('7d');
  for (const part of ['metric=rage', 'compare=1', 'period=7d'])
    await expect.poll(() => page.url()).toContain(part);
  await card('Total clicks').getByText('+12 %').waitFor();
  await page.locator('.uplot .u-over').click({ position: { x: 300, y: 100 } });
  await page.getByRole('heading', { name: 'Sessions' }).waitFor();
  expect(page.url()).toMatch(/from=2026-\d\d-\d\d&to=2026-\d\d-\d\d&rage=1/);
});
