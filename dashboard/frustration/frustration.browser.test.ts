import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { makeNumbers } from '../testing/made-numbers.ts';
import { makeSession } from '../testing/made-session.ts';
import { makeSite } from '../testing/made-site.ts';
import { type Opened, openDashboard } from '../testing/open-dashboard.ts';

let dashboard: Opened;
beforeAll(async () => {
  dashboard = await openDashboard(inject('chromiumPath'));
  const site = makeSite('shop', 'Shop');
  dashboard.api.sites.push(site);
  const sessions = [1, 2, 3].map((number) =>
    makeSession({ number, startedAt: Date.parse('2026-03-12T12:00:00Z'), site, rage: true }),
  );
  dashboard.api.sessions.push(...sessions);
  Object.assign(dashboard.api.fields, makeNumbers(sessions));
});
afterAll(() => dashboard.close());

test('rage areas, dead elements and hovers stand with their verdicts, reasons and people', async () => {
  const page = await dashboard.browser.newPage();
  await page.goto(`${dashboard.url}/frustration`);
  const areas = page.getByRole('region', { name: 'Rage-click areas', exact: true });
  await areas.locator('tbody tr').first().waitFor();
  await expect
    .poll(() => areas.getByRole('columnheader').allTextContents())
    .toEqual(['Page', 'Element', 'Rage Clicks', 'Affected Users', 'Severity', 'Verdict']);
  const first = areas.locator('tbody tr').first();
  await first.getByText('Critical').waitFor();
  await first.getByText('4 clicks, 720 ms, 11 px, no reaction').waitFor();
  await page.getByText('Broken interaction').waitFor();
  await page.getByRole('heading', { name: 'Hovers on /' }).waitFor();
  await page.close();
});

test('a number opens the sessions behind it, each at the moment; back closes them', async () => {
  const page = await dashboard.browser.newPage();
  await page.goto(`${dashboard.url}/frustration`);
  const dead = page.getByRole('region', { name: 'Dead clicks', exact: true });
  await dead.getByRole('button', { name: '12' }).click();
  const dialog = page.getByRole('dialog', { name: 'Dead clicks on div.teaser' });
  await dialog.getByText('3 sessions on /').waitFor();
  await expect
    .poll(() => dialog.getByRole('link').first().getAttribute('href'))
    .toMatch(/\/sessions\/session\d+\?site=shop&t=\d+/);
  await page.reload();
  await dialog.getByText('3 sessions on /').waitFor();
  await page.goBack();
  await dialog.waitFor({ state: 'detached' });
  await page.goForward();
  await dialog.waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(() => page.url()).not.toContain('behind');
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
  dashboard.api.fields.rageClickAreas = areas;
  await page.close();
});

test('what is not a problem leaves the list, is shown when asked for, and can be taken back', async () => {
  interface Row {
    readonly key: string;
    readonly markedAt: string | null;
  }
  const { fields } = dashboard.api;
  fields.markNotAProblem = ({ key, marked }: { key: string; marked: boolean }) => {
    const markedAt = marked ? '2026-03-12T12:00:00.000Z' : null;
    const rows = fields.deadClickElements as readonly Row[];
    fields.deadClickElements = rows.map((row) => (row.key === key ? { ...row, markedAt } : row));
    return marked;
  };
  const page = await dashboard.browser.newPage();
  await page.goto(`${dashboard.url}/frustration`);
  const dead = page.getByRole('region', { name: 'Dead clicks', exact: true });
  const teaser = dead.getByRole('row').filter({ hasText: 'div.teaser' });
  await teaser.getByRole('button', { name: 'Not a problem' }).click();
  await teaser.waitFor({ state: 'detached' });
  await page.getByText('div.teaser counts as no problem.').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await teaser.waitFor();
  await teaser.getByRole('button', { name: 'Not a problem' }).click();
  await teaser.waitFor({ state: 'detached' });
  await page.getByLabel('Show what is not a problem').check();
  await expect.poll(() => page.url()).toContain('marked=1');
  await teaser.getByRole('button', { name: 'It is a problem' }).click();
  await teaser.getByRole('button', { name: 'Not a problem' }).waitFor();
  await page.getByLabel('Show what is not a problem').uncheck();
  await teaser.waitFor();
  await page.close();
});

test('numbers stand beside those of the days before', async () => {
  const page = await dashboard.browser.newPage();
  await page.goto(`${dashboard.url}/frustration`);
  await page.getByLabel('Compare with before').check();
  const areas = page.getByRole('region', { name: 'Rage-click areas', exact: true });
  const cells = () => areas.locator('tbody tr td:nth-of-type(3)').allTextContents();
  await areas.getByRole('columnheader', { name: 'Against before' }).waitFor();
  await expect.poll(cells).toEqual(['+100 %', '−10 %', 'new']);
  await expect.poll(() => page.url()).toContain('compare=1');
  await page.close();
});

test('the focus stays in a row whose numbers change', async () => {
  const page = await dashboard.browser.newPage();
  await page.goto(`${dashboard.url}/frustration`);
  const areas = page.getByRole('region', { name: 'Rage-click areas', exact: true });
  const first = areas.locator('tbody tr').first().getByRole('button').first();
  await first.focus();
  await page.locator('.live-status', { hasText: 'Live' }).waitFor();
  const rows = dashboard.api.fields.rageClickAreas as { rageClicks: number }[];
  dashboard.api.fields.rageClickAreas = rows.map((row, i) =>
    i === 0 ? { ...row, rageClicks: 4_321 } : row,
  );
  dashboard.api.tellNumbers('rageClickAreasChanged', { areas: [], at: new Date().toISOString() });
  await page.getByRole('button', { name: '4,321' }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('4,321');
  dashboard.api.fields.rageClickAreas = rows;
  await page.close();
});

test('a dialog gives the focus back, whatever closes it', async () => {
  const page = await dashboard.browser.newPage();
  await page.goto(`${dashboard.url}/frustration`);
  const dead = page.getByRole('region', { name: 'Dead clicks', exact: true });
  const number = dead.getByRole('button', { name: '12' });
  for (const close of [
    () => page.keyboard.press('Escape'),
    () => page.getByRole('button', { name: 'Close' }).click(),
    () => page.goBack(),
  ]) {
    await number.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText('3 sessions on /').waitFor();
    await close();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect
      .poll(() => number.evaluate((button) => button === document.activeElement))
      .toBe(true);
  }
  await page.close();
});
