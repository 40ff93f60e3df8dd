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
const slider = () => page.getByRole('slider', { name: 'Moment of the session' });
const moment = async () => Number(await slider().inputValue());

describe('the replay', () => {
  test('plays and pauses with the space bar, and its moment is in the address', async () => {
    await openReplay();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Pause' }).waitFor();
    await expect.poll(moment).toBeGreaterThan(300);
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
    const stoppedAt = await moment();
    await expect.poll(() => page.url()).toContain(`t=${Math.round(stoppedAt / 100) / 10}`);
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
    expect(await moment()).toBe(7_000);
    await slider().focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Shift+ArrowLeft');
    expect(await moment()).toBe(1_500);
  });

  test('opens at the moment of a link, with what had happened until then', async () => {
    await openReplay('?t=7');
    expect(await moment()).toBe(7_000);
    expect(await page.locator('.event-row[aria-current]').textContent()).toContain('0:06.0');
    await expect.poll(async () => (await countColors(page)).blue).toBeGreaterThan(300);
    const early = await countColors(page);
    expect(early.red).toBe(0);
    await page.getByRole('button', { name: 'Show all' }).click();
    await expect.poll(async () => (await countColors(page)).red).toBeGreaterThan(50);
    expect((await countColors(page)).blue).toBeGreaterThan(early.blue);
    expect(page.url()).not.toContain('t=');
  });

  test('goes to the event that is chosen, and its page comes with it', async () => {
    await openReplay();
    await page.locator('.pill', { hasText: 'Errors' }).locator('input').check();
    expect(page.url()).toContain('events=error');
    await page.locator('.event-row').nth(1).click();
    expect(await moment()).toBe(23_400);
    expect(await page.locator('.page-list button').nth(1).getAttribute('aria-current')).toBe(
      'true',
    );
  });

  test('tells the reason of each verdict', async () => {
    await openReplay();
    await page.getByText('4 clicks, 720 ms, 11 px, no reaction').first().waitFor();
    await page.getByText('nothing changed within 5 s').first().waitFor();
  });
});
