import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { makeNumbers } from '../testing/made-numbers.ts';
import { makeSession } from '../testing/made-session.ts';
import { makeSite } from '../testing/made-site.ts';
import { type Opened, openDashboard } from '../testing/open-dashboard.ts';
import { heatColors } from './heat-scale.ts';

let dashboard: Opened;
let page: Page;
const site = makeSite('shop', 'Shop');
beforeAll(async () => {
  dashboard = await openDashboard(inject('chromiumPath'));
  dashboard.api.sites.push(site);
  const sessions = [1, 2, 3].map((number) =>
    makeSession({ number, startedAt: Date.parse('2026-03-12T12:00:00Z'), site }),
  );
  dashboard.api.sessions.push(...sessions);
  Object.assign(dashboard.api.fields, makeNumbers(sessions));
});
afterAll(() => dashboard.close());
beforeEach(async () => {
  page = await dashboard.browser.newPage({ viewport: { width: 1280, height: 900 } });
});
afterEach(() => page.close());

/** How many pixels of the canvas have each of the scale's colours, as they look at 88 % on white. */
function countHeat(): Promise<number> {
  return page.evaluate((colors) => {
    const canvas = document.querySelector('canvas');
    const context = canvas?.getContext('2d');
    if (!canvas?.width || !context) return 0;
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    const shades = colors.map((color) =>
      [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) * 0.88 + 255 * 0.12),
    );
    let count = 0;
    for (let i = 0; i < data.length; i += 4)
      if (shades.some((shade) => shade.every((part, k) => Math.abs(part - (data[i + k] ?? 0)) < 3)))
        count++;
    return count;
  }, heatColors(false));
}

test('the heat of the most seen page shows, and its legend says what the colours stand for', async () => {
  await page.goto(`${dashboard.url}/heatmaps`);
  await page.getByText('clicks in a cell').waitFor();
  await page.getByText('812 visitors').waitFor();
  await expect.poll(countHeat).toBeGreaterThan(10_000);
});

test('layers are seen one at a time, and the layer is in the address', async () => {
  await page.goto(`${dashboard.url}/heatmaps`);
  await page.getByText('clicks in a cell').waitFor();
  await page.getByLabel('Rage clicks').check();
  await page.getByText('rage clicks in a cell').waitFor();
  await expect.poll(() => page.url()).toContain('layer=rage');
  await page.getByLabel('Scroll depth').check();
  await page.getByText('The heatmap as a table').click();
  await page.getByText('0 – 5 %').waitFor();
  await page.getByLabel('Trails').check();
  await expect
    .poll(() => page.evaluate(() => document.querySelector('canvas')?.ariaLabel))
    .toBe('Trails on /');
});

test('arrows walk from hot cell to hot cell, which tells its numbers and the people behind it', async () => {
  await page.goto(`${dashboard.url}/heatmaps`);
  await page.getByText('clicks in a cell').waitFor();
  await page.locator('canvas').focus();
  await page.keyboard.press('ArrowRight');
  await page.getByText(/\d+ clicks, \d+ visitors at \d+, \d+/).waitFor();
  const first = new URL(page.url()).searchParams.get('cell');
  await page.getByText('3 sessions at this cell').waitFor();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => new URL(page.url()).searchParams.get('cell')).not.toBe(first);
  await page.reload();
  await page.getByText('3 sessions at this cell').waitFor();
});

test('where nothing was recorded the picture says so', async () => {
  const before = dashboard.api.fields.heatmap as (args: object) => object;
  dashboard.api.fields.heatmap = (args: object) => ({
    ...before(args),
    ...{ points: [], maxCount: 0, total: 0, cellCount: 0 },
  });
  await page.goto(`${dashboard.url}/heatmaps?layer=moves&device=mobile`);
  await page.getByText('No samples here in this time: fingers leave none.').waitFor();
  await page.getByLabel('Rage clicks').check();
  await page.getByText('No rage clicks here in this time.').waitFor();
  dashboard.api.fields.heatmap = before;
});

test('bands have a legend too', async () => {
  await page.goto(`${dashboard.url}/heatmaps?layer=scroll`);
  const legend = page.locator('.heat-legend', { hasText: 'visitors who got there' });
  await legend.getByText('69–100 %').waitFor();
  await page.getByLabel('Attention').check();
  await page.locator('.heat-legend', { hasText: 'of the longest time' }).waitFor();
});

test('a change that the API tells of is asked for', async () => {
  await page.goto(`${dashboard.url}/heatmaps`);
  await page.getByText('812 visitors').waitFor();
  await page.locator('.live-status', { hasText: 'Live' }).waitFor();
  const before = dashboard.api.fields.heatmap as (args: object) => object;
  dashboard.api.fields.heatmap = (args: object) => ({ ...before(args), visitors: 813 });
  dashboard.api.tellNumbers('heatmapChanged', {
    page: '/',
    layers: ['CLICKS'],
    at: new Date().toISOString(),
  });
  await page.getByText('813 visitors').waitFor();
  dashboard.api.fields.heatmap = before;
});

test('two periods stand side by side on one scale, and back takes the other away', async () => {
  const asked: { from?: string; to?: string }[] = [];
  const before = dashboard.api.fields.heatmap as (args: object) => object;
  dashboard.api.fields.heatmap = (args: object) => {
    asked.push(args);
    return before(args);
  };
  await page.goto(`${dashboard.url}/heatmaps?period=7d`);
  await page.getByText('clicks in a cell').waitFor();
  await page.getByLabel('Compare with').selectOption('before');
  await page.getByRole('region', { name: 'Clicks on /: the period before' }).waitFor();
  await expect.poll(() => page.url()).toContain('against=before');
  await expect.poll(() => asked.some(({ from, to }) => from && to)).toBe(true);
  await expect.poll(() => page.locator('.heat-canvas').count()).toBe(2);
  await page.goBack();
  await expect.poll(() => page.locator('.heat-canvas').count()).toBe(1);
  dashboard.api.fields.heatmap = before;
});

test('clicks are told by element too, and the picture is a file', async () => {
  await page.goto(`${dashboard.url}/heatmaps`);
  const byElement = page.getByRole('region', { name: 'By element', exact: true });
  const button = byElement.getByRole('row').filter({ hasText: 'Add to cart' });
  await button.getByText('404').waitFor();
  await button.getByRole('img', { name: 'Where button “Add to cart” is pressed' }).waitFor();
  await button.getByRole('button', { name: '404' }).click();
  await page.getByRole('dialog', { name: 'Clicks on button “Add to cart”' }).waitFor();
  await page.getByText('3 sessions on /').waitFor();
  await page.getByRole('button', { name: 'Close' }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save heatmap as PNG' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('heatmap.png');
});
