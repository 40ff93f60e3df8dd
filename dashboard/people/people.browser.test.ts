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

test('a pattern is told with its confidence and four bars, for everyone and for one person', async () => {
  const page = await dashboard.browser.newPage();
  await page.goto(`${dashboard.url}/people`);
  await page.getByText('Explorer').waitFor();
  await page.getByText('Confidence 70 %').waitFor();
  expect(await page.locator('.bars dt').allTextContents()).toEqual([
    'Click Precision',
    'Movement Efficiency',
    'Rage Clicks',
    'Hesitation',
  ]);
  expect(await page.locator('.bars dd').allTextContents()).toEqual(['64', '88', '4', '37']);
  await page.getByRole('link', { name: 'Visitor k2Rv9Q' }).click();
  await page.getByRole('heading', { name: 'k2Rv9Q2mAbCdEfGh' }).waitFor();
  expect(page.url()).toContain('person=k2Rv9Q2mAbCdEfGh');
  await page.getByRole('button', { name: 'Everyone' }).click();
  await page.getByRole('heading', { name: 'People', exact: true }).waitFor();
  await page.close();
});
