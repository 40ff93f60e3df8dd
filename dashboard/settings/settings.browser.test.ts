import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { makeSite } from '../testing/made-site.ts';
import { type Opened, openDashboard } from '../testing/open-dashboard.ts';

let dashboard: Opened;
const site = makeSite('shop', 'Shop');
beforeAll(async () => {
  dashboard = await openDashboard(inject('chromiumPath'));
  dashboard.api.sites.push(site);
  dashboard.api.fields.site = site;
});
afterAll(() => dashboard.close());

test('the tag can be copied, and the page says by itself when events arrive', async () => {
  const page = await dashboard.browser.newPage();
  await page.goto(`${dashboard.url}/settings`);
  await page.getByText('data-site="shop"').waitFor();
  await page.getByText('Nothing received yet').waitFor();
  dashboard.api.fields.site = { ...site, lastEventAt: new Date().toISOString() };
  await page.getByText('Receiving events').waitFor();
  await page.close();
});

test('settings are saved as they stand in the form', async () => {
  const page = await dashboard.browser.newPage();
  let saved: unknown;
  await page.route('**/graphql', async (route) => {
    const body: { operationName?: string; variables?: unknown } = route.request().postDataJSON();
    if (body.operationName === 'UpdateSite') saved = body.variables;
    await route.continue();
  });
  await page.goto(`${dashboard.url}/settings`);
  await page.getByLabel('Origins that may send').fill('https://a.example\nhttps://b.example');
  await page.getByLabel('Days that data is kept').fill('90');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect
    .poll(() => saved)
    .toMatchObject({
      id: 'site-shop',
      input: { origins: ['https://a.example', 'https://b.example'], retentionDays: 90 },
    });
  await page.close();
});
