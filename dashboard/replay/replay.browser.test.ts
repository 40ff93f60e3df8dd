import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { countColors } from '../testing/canvas-colors.ts';
import { makeSession } from '../testing/made-session.ts';
import { makeSite } from '../testing/made-site.ts';
import { type Opened, openDashboard } from '../testing/open-dashboard.ts';

let dashboard: Opened;
let page: Page;
const site = makeSite('shop', 'Shop');
const session = makeSession({
  number: 1,
  startedAt: Date.parse('2026-03-12T12:00:00Z'),
  site,
  rage: true,
});

beforeAll(async () => {
  dashboard = await openDashboard(inject('chromiumPath'));
  dashboard.api.sites.push(site);
  dashboard.api.sessions.push(session);
});
afterAll(() => dashboard.close());
beforeEach(async () => {
  page = await dashboard.browser.newPage({ viewport: { width: 1280, height: 900 } });
});
afterEach(() => page.close());

async function openReplay(query = '') {
  await page.goto(`${dashboard.url}/sessions/session000000001${query}`);
  await page.locator('.event-row').first().waitFor();
}
const events = session.events as readonly Readonly<Record<string, unknown>>[];
/** Where the event of a moment stands in the list, from 1. */
const placeOf = (tMs: number) => {
  const moments = events.map((event) => Number(event.tMs)).toSorted((a, b) => a - b);
  return String(moments.indexOf(tMs) + 1);
};
const currentRow = () => page.locator('li', { has: page.locator('.event-row[aria-current]') });
const slider = () => page.getByRole('slider', { name: 'Moment of the session' });
const moment = async () => Number(await slider().inputValue());
const parameter = (name: string) => new URL(page.url()).searchParams.get(name);

describe('the replay', () => {
  test('plays and pauses with the space bar, and its moment is in the address', async () => {
    await openReplay();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Pause' }).waitFor();
    await expect.poll(moment).toBeGreaterThan(300);
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
    const stoppedAt = await moment();
    await expect.poll(() => parameter('t')).toBe(String(stoppedAt / 1_000));
  });

  test('goes faster when asked to', async () => {
    await openReplay('?t=0');
    await page.getByLabel('Speed').selectOption('8');
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    // 24 s of session in less than 5 s.
    await expect.poll(moment, { timeout: 5_000 }).toBe(24_000);
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
  });

  test('moves by arrows, in steps of five seconds', async () => {
    await openReplay('?t=2');
    await page.keyboard.press('ArrowRight');
    await expect.poll(moment).toBe(7_000);
    await slider().focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Shift+ArrowLeft');
    await expect.poll(moment).toBe(1_500);
  });
});

describe('a link to a moment', () => {
  test('opens at it, with what had happened until then', async () => {
    await openReplay('?t=7');
    await expect.poll(moment).toBe(7_000);
    await page.locator('.event-row[aria-current]', { hasText: '0:06.0' }).waitFor();
    await expect.poll(async () => (await countColors(page)).blue).toBeGreaterThan(300);
    const early = await countColors(page);
    expect(early.red).toBe(0);
    await page.getByRole('button', { name: 'Show all' }).click();
    await expect.poll(async () => (await countColors(page)).red).toBeGreaterThan(50);
    await expect.poll(async () => (await countColors(page)).blue).toBeGreaterThan(early.blue);
    await expect.poll(() => parameter('t')).toBeNull();
  });

  test('is exact to the ms: the event shows, and not the next', async () => {
    const burst = events.filter((event) => event.isRageClick).map((event) => Number(event.tMs));
    const [first = 0, second = 0] = burst;
    await openReplay(`?t=${second / 1_000}&layers=rage`);
    await expect.poll(moment).toBe(second);
    await expect.poll(() => currentRow().getAttribute('aria-posinset')).toBe(placeOf(second));
    await openReplay(`?t=${(second - 1) / 1_000}&layers=rage`);
    await expect.poll(moment).toBe(second - 1);
    await expect.poll(() => currentRow().getAttribute('aria-posinset')).toBe(placeOf(first));
  });
});

describe('the list of events', () => {
  test('moves the replay to the event that is chosen, and its page comes with it', async () => {
    await openReplay();
    await page.locator('.pill', { hasText: 'Errors' }).locator('input').check();
    await expect.poll(() => parameter('events')).toBe('error');
    await page.locator('.event-row').nth(1).click();
    await expect.poll(moment).toBe(23_400);
    const second = page.locator('.page-list button').nth(1);
    await expect.poll(() => second.getAttribute('aria-current')).toBe('true');
  });

  test('tells the reason of each verdict', async () => {
    await openReplay();
    await page.getByText('4 clicks, 720 ms, 11 px, no reaction').first().waitFor();
    await page.getByText('nothing changed within 5 s').first().waitFor();
  });
});
