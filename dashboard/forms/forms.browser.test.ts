import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { makeForms } from '../testing/made-forms.ts';
import { makeNumbers } from '../testing/made-numbers.ts';
import { makeSession } from '../testing/made-session.ts';
import { makeSite } from '../testing/made-site.ts';
import { type Opened, openDashboard } from '../testing/open-dashboard.ts';

const axePath = fileURLToPath(import.meta.resolve('axe-core/axe.min.js'));
let dashboard: Opened;
beforeAll(async () => {
  dashboard = await openDashboard(inject('chromiumPath'));
  const site = makeSite('shop', 'Shop');
  dashboard.api.sites.push(site);
  const sessions = [1, 2, 3].map((number) =>
    makeSession({ number, startedAt: Date.parse('2026-03-12T12:00:00Z'), site, rage: true }),
  );
  dashboard.api.sessions.push(...sessions);
  Object.assign(dashboard.api.fields, makeNumbers(sessions), { forms: makeForms(sessions) });
});
afterAll(() => dashboard.close());

test('a form stands with its fields in order, its numbers, and the field people leave from', async () => {
  const page = await dashboard.browser.newPage();
  await page.goto(`${dashboard.url}/forms`);
  const form = page.getByRole('article', { name: 'checkout on /checkout' });
  await form.getByText('34 %').waitFor();
  const names = await form.locator('tbody th .form-field-name').allTextContents();
  expect(names.map((name) => name.trim())).toEqual([
    'name',
    'email',
    'street',
    'card-number Drop-off',
    'note',
  ]);
  await form.getByText('1.6 s').waitFor();
  const outside = page.getByRole('article', { name: 'Fields outside forms on /' });
  await outside.waitFor();
  expect(await outside.getByText('Abandonment').count()).toBe(0);
  await page.close();
});

test('a number opens the sessions behind it; the address says so, and going back closes it', async () => {
  const page = await dashboard.browser.newPage();
  await page.goto(`${dashboard.url}/forms?page=%2Fcheckout`);
  await page.getByRole('button', { name: '48 left from card-number: sessions' }).click();
  const dialog = page.getByRole('dialog', { name: 'card-number: left from' });
  await dialog.getByText('3 sessions on /checkout').waitFor();
  await expect
    .poll(() => dialog.getByRole('link').first().getAttribute('href'))
    .toMatch(/\/sessions\/session\d+\?site=shop/);
  await page.reload();
  await dialog.getByText('3 sessions on /checkout').waitFor();
  await page.goBack();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '68 not submitted: sessions' }).click();
  await page
    .getByRole('dialog', { name: 'checkout: not submitted' })
    .getByRole('link')
    .first()
    .waitFor();
  await page.close();
});

test('where nobody used a form, it says what will come', async () => {
  const page = await dashboard.browser.newPage();
  await page.goto(`${dashboard.url}/forms?page=%2Fcart`);
  await page.getByText('Nobody used a form here in this time.').waitFor();
  await page.close();
});

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  test.each([360, 1280, 2560])('it fits %i px, and axe finds nothing', async (width) => {
    const page = await dashboard.browser.newPage({ colorScheme, viewport: { width, height: 900 } });
    await page.goto(`${dashboard.url}/forms`);
    await page.locator('.form-reach-bar').first().waitFor();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await page.addScriptTag({ path: axePath });
    const problems = await page.evaluate(async () => {
      const axe: typeof import('axe-core') = Reflect.get(window, 'axe');
      const { violations } = await axe.run(document);
      return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
    });
    expect(problems).toEqual([]);
    await page.close();
  });
});
