import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { countColors } from '../testing/canvas-colors.ts';
import { makeSession } from '../testing/made-session.ts';
import { makeSite } from '../testing/made-site.ts';
import { type Opened, openDashboard } from '../testing/open-dashboard.ts';

let dashboard: Opened;
let page: Page;
const site = makeSite('shop', 'Shop');
const startedAt = Date.parse('2026-03-12T12:00:00Z');
const session = makeSession({ number: 1, startedAt, site, rage: true, live: true });
const address = '/sessions/session000000001';

beforeAll(async () => {
  dashboard = await openDashboard(inject('chromiumPath'));
  dashboard.api.sites.push(site);
});
afterAll(() => dashboard.close());
beforeEach(async () => {
  dashboard.api.sessions.splice(0, Number.POSITIVE_INFINITY, session);
  dashboard.api.cutSockets(false);
  page = await dashboard.browser.newPage({ viewport: { width: 1280, height: 900 } });
});
afterEach(() => page.close());

async function openSession(query = '') {
  await page.goto(dashboard.url + address + query);
  await page.locator('canvas').waitFor();
}
const colors = () => countColors(page);
const card = (label: string) => page.locator('.card', { hasText: label }).locator('.card-value');

test('is four numbers, by these names', async () => {
  await openSession();
  await expect.poll(() => card('Total clicks').textContent()).toBe('16');
  await expect.poll(() => card('Rage clicks').textContent()).toBe('8');
  await expect.poll(() => card('Mouse movements').textContent()).toBe('480');
  await expect.poll(() => card('Scroll events').textContent()).toBe('2');
});

test('is drawn: a blue trail, green clicks, red rage clicks; each layer can be switched off', async () => {
  await openSession();
  await expect.poll(async () => (await colors()).blue).toBeGreaterThan(500);
  await expect.poll(async () => (await colors()).green).toBeGreaterThan(50);
  await expect.poll(async () => (await colors()).red).toBeGreaterThan(50);

  for (const [label, color] of [
    ['Rage clicks', 'red'],
    ['Clicks', 'green'],
    ['Trail', 'blue'],
  ] as const) {
    const box = page
      .locator('.pill', { hasText: new RegExp(`^${label}`) })
      .locator('input')
      .first();
    await box.focus();
    await page.keyboard.press('Space');
    await expect.poll(async () => (await colors())[color]).toBe(0);
  }
  await expect.poll(() => page.url()).toContain('layers=dead');
});

test('grows while it goes on', async () => {
  await openSession();
  await page.locator('.live-status', { hasText: 'Live' }).waitFor();
  await expect.poll(async () => (await colors()).blue).toBeGreaterThan(500);
  const before = await colors();
  const last = Number(session.sessionDurationSeconds) * 1_000;
  const viewId = 'session000000001-v0';
  dashboard.api.tellActivity('session000000001', {
    session: { ...session, totalClicks: 17, mouseMovements: 600 },
    events: [
      {
        ...(session.events as object[])[0],
        id: 'new-click',
        tMs: last + 100,
        viewId,
        clickX: 640,
        clickY: 1_300,
      },
    ],
    trail: {
      startedAt: session.startedAt,
      viewIds: [viewId],
      view: Array.from({ length: 120 }, () => 0),
      tMs: Array.from({ length: 120 }, (_, i) => last + 50 * i),
      x: Array.from({ length: 120 }, (_, i) => 20 + 10 * i),
      y: Array.from({ length: 120 }, () => 1_380),
    },
  });
  await expect.poll(() => card('Total clicks').textContent()).toBe('17');
  await expect.poll(() => card('Mouse movements').textContent()).toBe('600');
  await expect.poll(async () => (await colors()).blue).toBeGreaterThan(before.blue);
  await expect.poll(async () => (await colors()).green).toBeGreaterThan(before.green);
});

test('also grows while there is no socket', async () => {
  await openSession();
  dashboard.api.cutSockets(true);
  await page.getByText('Reconnecting').waitFor();
  dashboard.api.sessions.splice(0, 1, { ...session, totalClicks: 99 });
  await expect.poll(() => card('Total clicks').textContent(), { timeout: 3_000 }).toBe('99');
});

test('shows its pages one at a time', async () => {
  await openSession();
  const second = page.locator('.page-list button').nth(1);
  await second.click();
  await expect.poll(() => second.getAttribute('aria-current')).toBe('true');
  await expect.poll(() => page.url()).toContain('view=session000000001-v1');
  await page.reload();
  await page.locator('.page-list button[aria-current]').waitFor();
  await expect.poll(() => second.getAttribute('aria-current')).toBe('true');
});

test('has its trail as a table, for who does not see the canvas', async () => {
  await openSession();
  await page.getByText('The trail as a table').click();
  const cells = page.locator('.trail-table tbody tr').first().locator('td');
  await expect
    .poll(() => cells.allTextContents())
    .toEqual(['12 s', '240', expect.stringMatching(/px$/), '8', '4', '5', '74 %']);
  await expect
    .poll(() => page.locator('canvas').getAttribute('aria-label'))
    .toBe('Mouse trail on /: 240 samples, 8 clicks, 4 rage clicks, 5 dead clicks');
});

test('that does not exist says so', async () => {
  await page.goto(`${dashboard.url}/sessions/nobody`);
  await page.getByText('This session is not here.').waitFor();
  await page.getByRole('heading', { name: 'No such session' }).waitFor();
});
