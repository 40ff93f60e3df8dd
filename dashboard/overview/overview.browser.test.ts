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

test('what there is nothing to measure on is not told', async () => {
  const { timeline } = dashboard.api.fields as { timeline: (args: object) => object };
  dashboard.api.fields.timeline = (args: { metric: string }) => ({
    ...timeline(args),
    ...(['AVG_SPEED', 'RAGE_CLICK_RATE'].includes(args.metric) && { total: null }),
  });
  await page.goto(`${dashboard.url}/overview?device=mobile`);
  const value = card('Average speed').locator('.card-value');
  await expect.poll(() => value.textContent()).toBe('–');
  // Nor a verdict on no clicks.
  await card('Rage-click rate').getByText('No clicks.').waitFor();
  expect(await card('Rage-click rate').locator('.badge').count()).toBe(0);
});

test('who is on the site now appears by itself', async () => {
  await page.goto(`${dashboard.url}/overview`);
  await page.getByText('Nobody at the moment.').waitFor();
  await page.locator('.live-status', { hasText: 'Live' }).waitFor();
  dashboard.api.tell(makeSession({ number: 3, startedAt: Date.now(), site, live: true }));
  await page.getByRole('link', { name: 'Visitor k3Rv9Q' }).waitFor();
});

test('metric, period and comparison are in the address, and go along to other views', async () => {
  await page.goto(`${dashboard.url}/overview`);
  await page.locator('.uplot').waitFor();
  await page.getByLabel('Rage clicks').check();
  await page.getByLabel('Compare with before').check();
  await page.getByLabel('Dates').selectOption('7d');
  for (const part of ['metric=rage', 'compare=1', 'period=7d'])
    await expect.poll(() => page.url()).toContain(part);
  await card('Total clicks').getByText('+12 %').waitFor();
  const sessions = card('Rage-click rate').getByRole('link', { name: 'Sessions' });
  await expect
    .poll(() => sessions.getAttribute('href'))
    .toBe('/sessions?site=shop&period=7d&rage=1');
  await page.getByRole('link', { name: 'Frustration' }).click();
  await page.getByRole('heading', { name: 'Frustration' }).waitFor();
  await expect.poll(() => page.url()).toMatch(/period=7d&compare=1$/);
});

test('a page and a class of device are asked for, in the address, and go along', async () => {
  const asked: object[] = [];
  const { timeline } = dashboard.api.fields as { timeline: (args: object) => object };
  dashboard.api.fields.timeline = (args: object) => {
    asked.push(args);
    return timeline(args);
  };
  await page.goto(`${dashboard.url}/overview`);
  await card('Average speed').getByText('average distance').waitFor();
  await page.getByLabel('Device').selectOption('Mobile');
  await page.getByRole('combobox', { name: 'Page' }).selectOption('/cart');
  await expect.poll(() => asked.at(-1)).toMatchObject({ page: '/cart', device: 'MOBILE' });
  for (const part of ['page=%2Fcart', 'device=mobile'])
    await expect.poll(() => page.url()).toContain(part);
  // Distances are kept over whole sessions and all devices: none is told.
  await expect.poll(() => card('Average speed').getByText('average distance').count()).toBe(0);
  const sessions = card('Total clicks').getByRole('link');
  await expect
    .poll(() => sessions.getAttribute('href'))
    .toBe('/sessions?site=shop&device=mobile&page=%2Fcart');
  await page.getByRole('link', { name: 'Heatmaps' }).click();
  await page.getByRole('heading', { name: 'Heatmaps' }).waitFor();
  await expect.poll(() => page.getByLabel('Device').inputValue()).toBe('MOBILE');
  await page.getByRole('link', { name: 'Frustration' }).click();
  await page.getByText('over all devices').waitFor();
});

test('a day’s point leads to the sessions that began on it, an hour’s to those of the hour', async () => {
  await page.goto(`${dashboard.url}/overview?metric=visitors`);
  await page.locator('.uplot .u-over').click({ position: { x: 300, y: 100 } });
  await page.getByRole('heading', { name: 'Sessions' }).waitFor();
  await expect.poll(() => page.url()).toMatch(/from=2026-\d\d-\d\d&to=2026-\d\d-\d\d/);
  const at = '2026-03-12T13:00:00.000Z';
  dashboard.api.fields.timeline = ({ metric }: { metric: string }) => ({
    ...{ metric, interval: 'HOUR', total: 3, points: [{ at, value: 3, count: 3 }] },
  });
  await page.goto(`${dashboard.url}/overview?period=today`);
  await page.getByText('As a table').click();
  await page.getByRole('link', { name: '14:00' }).click();
  await page.getByRole('heading', { name: 'Sessions' }).waitFor();
  await expect.poll(() => new URL(page.url()).searchParams.get('hour')).toBe(at);
  await page.getByRole('option', { name: '12 Mar, 14:00 – 15:00' }).waitFor({ state: 'attached' });
});

test('a point of clicks opens those who clicked, each at the moment; back closes it', async () => {
  const asked: object[] = [];
  dashboard.api.fields.events = (args: object) => {
    asked.push(args);
    const made = (id: string, sessionId: string, tMs: number) => ({
      ...{ __typename: 'ClickEvent', id, sessionId, tMs, at: '2026-02-20T10:00:00.000Z' },
      ...{ visitorId: 'k2Rv9Q2mAbCdEfGh', viewId: `${sessionId}-v0` },
      session: null,
    });
    const nodes = [made('1', 'one', 7_400), made('2', 'one', 9_000), made('3', 'two', 100)];
    return { nodes, pageInfo: { hasNextPage: false } };
  };
  await page.goto(`${dashboard.url}/overview?metric=rage`);
  await page.locator('.uplot .u-over').click({ position: { x: 300, y: 100 } });
  const dialog = page.getByRole('dialog', { name: /^Rage clicks, \d+ \w+/ });
  await dialog.getByText('2 sessions, 3 clicks').waitFor();
  const first = dialog.getByRole('link', { name: 'Visitor k2Rv9Q at 0:07.4' });
  await expect.poll(() => first.getAttribute('href')).toBe('/sessions/one?site=shop&t=7.4');
  expect(asked[0]).toMatchObject({ types: ['RAGE_CLICK'] });
  await page.goBack();
  await dialog.waitFor({ state: 'detached' });
});

test('what is known stays while the API is away, and is renewed when it is back', async () => {
  await page.goto(`${dashboard.url}/overview`);
  await card('Total clicks').getByText('6,120 sessions').waitFor();
  await page.locator('.live-status', { hasText: 'Live' }).waitFor();
  let refused = 0;
  await page.route('**/graphql', (route) => {
    refused++;
    return route.abort();
  });
  dashboard.api.cutSockets(true);
  await expect.poll(() => refused, { timeout: 10_000 }).toBeGreaterThan(4);
  expect(await card('Total clicks').textContent()).toContain('6,120 sessions');
  expect(await page.getByRole('region', { name: 'Pages: rows' }).count()).toBe(1);
  expect(await page.getByText('The API does not answer').count()).toBe(0);
  const { timeline } = dashboard.api.fields as { timeline: (args: object) => object };
  dashboard.api.fields.timeline = (args: object) => ({ ...timeline(args), total: 7_000 });
  await page.unroute('**/graphql');
  dashboard.api.cutSockets(false);
  await card('Total clicks').getByText('7,000 sessions').waitFor();
});

test('a site that is not there is told, with those that are', async () => {
  await page.goto(`${dashboard.url}/overview?site=nope`);
  await page.getByRole('heading', { name: 'There is no site “nope” here' }).waitFor();
  await page.getByRole('link', { name: 'Shop' }).click();
  await card('Total clicks').getByText('6,120 sessions').waitFor();
});

test('before a site’s first event a view shows the tag, and turns into data by itself', async () => {
  dashboard.api.sites[0] = { ...site, lastEventAt: null };
  await page.goto(`${dashboard.url}/overview`);
  await page.getByRole('heading', { name: 'Overview' }).waitFor();
  await page.getByText('data-site="shop"').waitFor();
  dashboard.api.sites[0] = site;
  await card('Total clicks').getByText('6,120 sessions').waitFor();
});
