import { readFile } from 'node:fs/promises';
import { parse } from 'graphql';
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
  dashboard.api.sessions.push(makeSession({ number: 2, startedAt: Date.now(), site }));
  Object.assign(dashboard.api.fields, makeNumbers(dashboard.api.sessions), { site });
});
afterAll(() => dashboard.close());

test.each([
  ['/overview?metric=rage', '.uplot canvas', 'rage-over-time'],
  ['/sessions/session000000002', '.event-row', 'trail'],
])('the picture of %s is a file', async (path, ready, name) => {
  const page = await dashboard.browser.newPage();
  await page.goto(dashboard.url + path);
  await page.locator(ready).first().waitFor();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: `Save ${name} as PNG` }).click(),
  ]);
  expect(file.suggestedFilename()).toBe(`${name}.png`);
  await page.close();
});

test.each([
  ['/overview', ['sessions-over-time', 'pages']],
  ['/sessions', ['sessions']],
  ['/sessions/session000000002', ['events', 'trail']],
  ['/heatmaps', ['clicks-by-element', 'heatmap']],
  ['/frustration', ['rage-click-areas', 'dead-click-elements', 'hover-insights']],
  ['/people', ['most-clicked', 'people']],
] as const)('every table of %s is saved as CSV and JSON', async (path, names) => {
  const page = await dashboard.browser.newPage();
  await page.goto(dashboard.url + path);
  await page.locator('td, .event-row').first().waitFor({ state: 'attached' });
  for (const details of await page.locator('details').all()) await details.click();
  const save = async (name: string, format: string) => {
    const menu = page.getByRole('group', { name: `Export ${name}`, exact: true });
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      menu.getByRole('button', { name: format }).click(),
    ]);
    expect(file.suggestedFilename()).toBe(`${name}.${format.toLowerCase()}`);
    return readFile(await file.path(), 'utf8');
  };
  for (const name of names) {
    const rows: object[] = JSON.parse(await save(name, 'JSON'));
    expect(rows.length, name).toBeGreaterThan(0);
    const csv = await save(name, 'CSV');
    expect(csv.split('\r\n')[0]?.replaceAll('"', ''), name).toBe(
      Object.keys(rows[0] ?? {}).join(','),
    );
  }
  await page.close();
});

test.each([
  ['/overview', 'OverviewTimeline', '.uplot canvas'],
  ['/sessions', 'Sessions', 'tbody a'],
  ['/sessions/session000000002', 'SessionPage', '.event-row'],
  ['/heatmaps', 'HeatmapPage', '.heat-legend li'],
  ['/frustration', 'RageAreas', 'tbody .badge'],
  ['/people', 'PersonNumbers', '.bars'],
  ['/settings', 'Settings', '#site-settings'],
])(
  'the queries behind %s are copied, whole and with their variables',
  async (path, name, ready) => {
    const context = await dashboard.browser.newContext({
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const page = await context.newPage();
    await page.goto(dashboard.url + path);
    await page.locator(ready).first().waitFor();
    await page.getByRole('button', { name: 'Copy as GraphQL' }).click();
    await page.getByText('Copied').waitFor();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    const names = parse(text).definitions.map((one) => ('name' in one ? one.name?.value : ''));
    expect(names).toContain(name);
    expect(new Set(names).size).toBe(names.length);
    expect(text).toContain(`# ${name}: {"`);
    await context.close();
  },
);
