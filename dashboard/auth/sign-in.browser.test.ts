import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { makeSession } from '../testing/made-session.ts';
import { makeSite } from '../testing/made-site.ts';
import { type Opened, openDashboard } from '../testing/open-dashboard.ts';

let dashboard: Opened;
beforeAll(async () => {
  dashboard = await openDashboard(inject('chromiumPath'));
  const site = makeSite('shop', 'Shop');
  dashboard.api.sites.push(site);
  dashboard.api.sessions.push(makeSession({ number: 1, startedAt: Date.now(), site }));
});
afterEach(() => dashboard.api.requireToken(null));
afterAll(() => dashboard.close());

test('without a token the API asks for one, and the page stays calm', async () => {
  dashboard.api.requireToken('secret');
  const page = await dashboard.browser.newPage();
  await page.goto(`${dashboard.url}/sessions`);
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await page.getByLabel('Token').fill('wrong');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('did not accept the token').waitFor();
  await page.getByLabel('Token').fill('secret');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.locator('tbody a').first().waitFor();
  await page.locator('.live-status', { hasText: 'Live' }).waitFor();
  await page.close();
});

test('a link with a token signs in, and the token leaves the address at once', async () => {
  dashboard.api.requireToken('secret');
  const context = await dashboard.browser.newContext();
  const page = await context.newPage();
  await page.goto(`${dashboard.url}/#token=secret`);
  await page.locator('tbody a').first().waitFor();
  expect(page.url()).not.toContain('secret');
  await page.goBack();
  expect(page.url()).not.toContain('secret');
  const another = await context.newPage();
  await another.goto(`${dashboard.url}/sessions`);
  await another.locator('tbody a').first().waitFor();
  await context.close();
});
