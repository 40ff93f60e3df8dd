import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { makeQuestions } from '../testing/made-questions.ts';
import { makeSession } from '../testing/made-session.ts';
import { makeSite } from '../testing/made-site.ts';
import { type Opened, openDashboard } from '../testing/open-dashboard.ts';

let dashboard: Opened;
let page: Page;
beforeAll(async () => {
  dashboard = await openDashboard(inject('chromiumPath'));
  const site = makeSite('shop', 'Shop');
  dashboard.api.sites.push(site);
  for (let number = 0; number < 3; number++) {
    dashboard.api.sessions.push(makeSession({ number, startedAt: Date.now(), site }));
  }
  Object.assign(dashboard.api.fields, makeQuestions(dashboard.api.sessions), {
    pages: { nodes: [{ id: 'p', route: '/cart' }], totalCount: 1 },
  });
});
afterAll(() => dashboard.close());
beforeEach(async () => {
  page = await dashboard.browser.newPage({ viewport: { width: 1280, height: 900 } });
});
afterEach(() => page.close());

const nodes = () => page.locator('.sankey-node');

test('ways are ribbons between pages, other pages folded, and a page leads on', async () => {
  await page.goto(`${dashboard.url}/paths`);
  await nodes().first().waitFor();
  await expect.poll(() => nodes().count()).toBe(1 + 3 * 6);
  await page.locator('.sankey-label', { hasText: 'other pages' }).first().waitFor();
  await page.locator('.sankey a[href*="page=%2Fcart"]').first().press('Enter');
  await page.getByText('What followed 1,000 views of /cart').waitFor();
  await expect.poll(() => new URL(page.url()).searchParams.get('page')).toBe('/cart');
});

test('depth and direction are chosen, and the columns follow the order of viewing', async () => {
  await page.goto(`${dashboard.url}/paths?page=/cart`);
  await page.getByText('How they came').click();
  await page.getByText('What led to 1,000 views of /cart').waitFor();
  await page.getByRole('radio', { name: '3' }).check();
  await expect.poll(() => nodes().count()).toBe(1 + 2 * 6);
  const x = await nodes().evaluateAll((all) => all.map((each) => Number(each.getAttribute('x'))));
  expect(x.filter((each) => each === Math.max(...x))).toHaveLength(1);
});

test('ways on one class of device are asked for, and the edge chosen before is closed', async () => {
  const asked: object[] = [];
  const { paths } = dashboard.api.fields as { paths: (args: object) => object };
  dashboard.api.fields.paths = (args: object) => {
    asked.push(args);
    return paths(args);
  };
  await page.goto(`${dashboard.url}/paths?source=0:/&target=1:/cart`);
  await page.locator('.edge-sessions a').first().waitFor();
  await page.getByLabel('Device').selectOption('Mobile');
  await expect.poll(() => asked.at(-1)).toMatchObject({ device: 'MOBILE' });
  await page.locator('.edge-sessions').waitFor({ state: 'detached' });
  await expect.poll(() => page.url()).toMatch(/device=mobile$/);
  dashboard.api.fields.paths = paths;
});

test('an edge shows the sessions behind it, from the ribbon and from the table', async () => {
  await page.goto(`${dashboard.url}/paths`);
  await page
    .locator('a', { has: page.locator('.sankey-edge') })
    .nth(1)
    .click({ force: true });
  await page.locator('.edge-sessions a').first().waitFor();
  await page.locator('.sankey-edge[data-chosen]').waitFor();
  await page.goto(`${dashboard.url}/paths`);
  await page.getByText('Step by step, as a table').click();
  await page
    .getByRole('link', { name: /sessions from \/ to \/cart$/ })
    .first()
    .press('Enter');
  await page.getByText('3 sessions went / → /cart').waitFor();
});
