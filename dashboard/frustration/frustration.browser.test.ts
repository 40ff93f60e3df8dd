import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { makeNumbers } from '../testing/made-numbers.ts';
import { makeSite } from '../testing/made-site.ts';
import { type Opened, openDashboard } from '../testing/open-dashboard.ts';

let dashboard: Opened;
beforeAll(async () => {
  dashboard = await openDashboard(inject('chromiumPath'));
  dashboard.api.sites.push(makeSite('shop', 'Shop'));
  Object.assign(dashboard.api.fields, makeNumbers([]));
});
afterAll(() => dashboard.close());

test('rage areas, dead elements and hovers stand with their verdicts, reasons and people', async () => {
  const page = await dashboard.browser.newPage();
  await page.goto(`${dashboard.url}/frustration`);
  const areas = page.getByRole('region', { name: 'Rage-click areas', exact: true });
  await areas.locator('tbody tr').first().waitFor();
  expect(await areas.getByRole('columnheader').allTextContents()).toEqual([
    'Page',
    'Element',
    'Rage Clicks',
    'Affected Users',
    'Severity',
  ]);
  const first = areas.locator('tbody tr').first();
  await first.getByText('Critical').waitFor();
  await first.getByText('4 clicks, 720 ms, 11 px, no reaction').waitFor();
  await page.getByText('Broken interaction').waitFor();
  await page.getByRole('heading', { name: 'Hovers on /' }).waitFor();
  expect(await first.getByRole('link', { name: '64' }).getAttribute('href')).toContain(
    '/sessions?site=shop&page=%2Fcheckout&rage=1',
  );
  await page.close();
});

test('new rage appears when the API tells of it', async () => {
  const page = await dashboard.browser.newPage();
  await page.goto(`${dashboard.url}/frustration`);
  await page.getByText('Critical').waitFor();
  await page.locator('.live-status', { hasText: 'Live' }).waitFor();
  const areas = dashboard.api.fields.rageClickAreas as { rageClicks: number }[];
  dashboard.api.fields.rageClickAreas = areas.map((area) => ({ ...area, rageClicks: 1_234 }));
  dashboard.api.tellNumbers('rageClickAreasChanged', { areas: [], at: new Date().toISOString() });
  await page.getByText('1,234').first().waitFor();
  await page.close();
});
