import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { makeSession } from '../testing/made-session.ts';
import { makeSite } from '../testing/made-site.ts';
import { type Opened, openDashboard } from '../testing/open-dashboard.ts';

let dashboard: Opened;
let page: Page;
const site = makeSite('shop', 'Shop');
const start = Date.parse('2026-03-12T12:00:00Z');
const made = (number: number, options = {}) =>
  makeSession({ number, startedAt: start + number * 1_000, site, ...options });
const rowOf = (number: number) =>
  page.locator(`a[href*="session${String(number).padStart(9, '0')}"]`);

beforeAll(async () => {
  dashboard = await openDashboard(inject('chromiumPath'));
});
afterAll(() => dashboard.close());
beforeEach(async () => {
  dashboard.api.sites.splice(0, Number.POSITIVE_INFINITY, site);
  dashboard.api.sessions.length = 0;
  dashboard.api.cutSockets(false);
  page = await dashboard.browser.newPage({ viewport: { width: 1280, height: 800 } });
});
afterEach(() => page.close());

async function openList(query = '') {
  await page.goto(`${dashboard.url}/sessions${query}`);
  await page.getByRole('heading', { name: 'Sessions' }).waitFor();
}
const isLive = () => page.locator('.live-status', { hasText: 'Live' }).waitFor();

test('the list shows a session that begins and changes, without reload', async () => {
  dashboard.api.sessions.push(made(1));
  await openList();
  await rowOf(1).waitFor();
  await isLive();
  await page.evaluate(() => Object.assign(window, { isSamePage: true }));

  dashboard.api.tell(made(2, { live: true, overrides: { totalClicks: 3 } }));
  const row = page.locator('tr', { has: rowOf(2) });
  await row.getByText('live now').waitFor();
  dashboard.api.tell(made(2, { live: true, overrides: { totalClicks: 77, rageClicks: 4 } }));
  await row.getByText('77').waitFor();
  await row.getByText('4 rage clicks').waitFor();
  await page.getByText('2 sessions').waitFor();
  expect(await page.evaluate(() => Reflect.get(window, 'isSamePage'))).toBe(true);
  const order = () => page.locator('tbody a').allTextContents();
  await expect.poll(order).toEqual(['Visitor k2Rv9Q', 'Visitor k1Rv9Q']);
});

test('the list is at most three seconds behind while there is no socket, and live again after', async () => {
  dashboard.api.sessions.push(made(1));
  await openList();
  await isLive();
  dashboard.api.cutSockets(true);
  await page.getByText('Reconnecting').waitFor();

  dashboard.api.sessions.push(made(2));
  const began = Date.now();
  await rowOf(2).waitFor({ timeout: 3_000 });
  expect(Date.now() - began).toBeLessThan(3_000);

  dashboard.api.cutSockets(false);
  await isLive();
  dashboard.api.tell(made(3));
  await rowOf(3).waitFor();
});

test('a session further down than what is loaded goes on, and is not counted again', async () => {
  for (let i = 0; i < 80; i++) dashboard.api.sessions.push(made(i, { samples: 1 }));
  await openList();
  await page.getByText('80 sessions').waitFor();
  await isLive();
  dashboard.api.tell(made(3, { samples: 1, overrides: { totalClicks: 9 } }));
  dashboard.api.tell(made(80));
  await rowOf(80).waitFor();
  await page.getByText('81 sessions').waitFor();
});

test('the list leaves focus where it is when rows arrive', async () => {
  dashboard.api.sessions.push(made(1), made(2));
  await openList();
  await isLive();
  await rowOf(1).focus();
  dashboard.api.tell(made(3));
  await rowOf(3).waitFor();
  const focused = await page.evaluate(() => document.activeElement?.getAttribute('href'));
  expect(focused).toContain('session000000001');
  await page.keyboard.press('ArrowUp');
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('href')))
    .toContain('session000000002');
});

test('the list leaves what is being read where it is when rows arrive above it', async () => {
  for (let i = 0; i < 200; i++) dashboard.api.sessions.push(made(i));
  await openList();
  await isLive();
  await rowOf(199).waitFor();
  await page.evaluate(() => window.scrollTo(0, 1_500));
  await rowOf(178).waitFor();
  const before = await rowOf(178).boundingBox();
  for (let i = 200; i < 205; i++) dashboard.api.tell(made(i));
  await page.getByText('205 sessions').waitFor();
  await page.waitForFunction(() => window.scrollY === 1_800);
  await rowOf(178).waitFor();
  await expect
    .poll(async () => (await rowOf(178).boundingBox())?.y)
    .toBeCloseTo(before?.y ?? -1, 0);
});

test('the list holds thousands, of which only those near the screen are in the document', async () => {
  for (let i = 0; i < 3_000; i++) dashboard.api.sessions.push(made(i, { samples: 1 }));
  await openList();
  await page.getByText('3,000 sessions').waitFor();
  const goToEnd = () =>
    page.evaluate(() => {
      window.scrollTo(0, document.body.scrollHeight);
      const rows = [...document.querySelectorAll('tbody tr')];
      return Math.max(...rows.map((row) => Number(row.getAttribute('aria-rowindex'))));
    });
  await expect.poll(goToEnd, { timeout: 10_000 }).toBeGreaterThan(400);
  expect(await page.locator('tbody tr').count()).toBeLessThan(60);
});

test('the list keeps its filters in the address, where a link and the back button find them', async () => {
  dashboard.api.sessions.push(made(1), made(2, { rage: true }), made(3));
  await openList();
  await rowOf(3).waitFor();
  await page.getByLabel('Rage clicks').check();
  await page.getByText('1 session', { exact: true }).waitFor();
  await expect.poll(() => page.url()).toContain('rage=1');
  dashboard.api.tell(made(4, { rage: true }));
  await rowOf(4).waitFor();
  dashboard.api.tell(made(5));
  await page.reload();
  await page.getByText('2 sessions').waitFor();
  expect(await page.getByLabel('Rage clicks').isChecked()).toBe(true);
  await page.goBack();
  await rowOf(5).waitFor();
});

test('the way back from a session leads to the list as it was', async () => {
  dashboard.api.sessions.push(made(1), made(2, { rage: true }), made(3));
  await openList('?site=shop&rage=1');
  await rowOf(2).click();
  await page.getByRole('link', { name: '‹ Sessions' }).click();
  await page.getByText('1 session', { exact: true }).waitFor();
  await expect.poll(() => page.url()).toContain('rage=1');
  await rowOf(2).click();
  await page.locator('.event-row').first().waitFor();
  await page.reload();
  await page.getByRole('link', { name: '‹ Sessions' }).click();
  await page.getByText('3 sessions').waitFor();
});

test('the list begins with the tag to install, and turns into data by itself', async () => {
  await openList();
  await page
    .getByText('<script defer src="https://collect.example/t.js" data-site="shop"></script>')
    .waitFor();
  await isLive();
  dashboard.api.tell(made(1));
  await rowOf(1).waitFor();
  await expect.poll(() => page.getByText('Waiting for the first visit').count()).toBe(0);
});

test('the list can be taken away as CSV and JSON, all of it that matches', async () => {
  for (let i = 0; i < 250; i++) dashboard.api.sessions.push(made(i, { samples: 1 }));
  await openList();
  await rowOf(249).waitFor();
  for (const [name, ending] of [
    ['CSV', 'csv'],
    ['JSON', 'json'],
  ] as const) {
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name }).click();
    const download = await saved;
    expect(download.suggestedFilename()).toBe(`sessions.${ending}`);
    const text = await readFile(await download.path(), 'utf8');
    expect(text).toContain('session000000000');
    expect(text).toContain('session000000249');
  }
});

test('the list says what to do when the API does not answer, and recovers by itself', async () => {
  const broken = await dashboard.browser.newPage();
  await broken.route('**/graphql', (route) => route.abort());
  await broken.goto(`${dashboard.url}/sessions`);
  await broken.getByRole('heading', { name: 'The API does not answer' }).waitFor();
  dashboard.api.sessions.push(made(1));
  await broken.unroute('**/graphql');
  await broken.locator('tbody a').first().waitFor();
  await expect.poll(() => broken.getByText('The API does not answer').count()).toBe(0);
  await broken.close();
});

test('without any site the dashboard says where to make one, and shows it as soon as it is there', async () => {
  dashboard.api.sites.length = 0;
  await page.goto(`${dashboard.url}/sessions`);
  await page.getByRole('heading', { name: 'No site yet' }).waitFor();
  dashboard.api.sites.push(site);
  dashboard.api.sessions.push(made(1));
  await rowOf(1).waitFor();
});
