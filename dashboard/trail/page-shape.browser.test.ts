import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { heatColors } from '../heatmaps/heat-scale.ts';
import { makeNumbers } from '../testing/made-numbers.ts';
import { makeSession } from '../testing/made-session.ts';
import { findButton, makeShape } from '../testing/made-shape.ts';
import { makeSite } from '../testing/made-site.ts';
import { type Opened, openDashboard } from '../testing/open-dashboard.ts';
import { palette } from './palette.ts';

let dashboard: Opened;
let page: Page;
const site = makeSite('shop', 'Shop');
const session = makeSession({ number: 3, startedAt: Date.parse('2026-03-12T12:00:00Z'), site });
const address = '/sessions/session000000003';

beforeAll(async () => {
  dashboard = await openDashboard(inject('chromiumPath'));
  dashboard.api.sites.push(site);
  dashboard.api.sessions.push(session);
  Object.assign(dashboard.api.fields, makeNumbers([session]));
});
afterAll(() => dashboard.close());
beforeEach(async () => {
  page = await dashboard.browser.newPage({ viewport: { width: 1280, height: 900 } });
});
afterEach(() => page.close());

const soon = { timeout: 15_000 };
/** Pixels of a shape's bars, at least: lines are blurred where they lie between pixels. */
const shapeLines = 1_000;

/** Places of pixels of a colour, in parts of the canvas; a few levels of difference are the same. */
function findColor(color: string): Promise<{ x: number; y: number }[]> {
  return page.evaluate((wanted) => {
    const canvas = document.querySelector('canvas');
    const context = canvas?.getContext('2d');
    if (!canvas?.width || !context) return [];
    const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
    const parts = [1, 3, 5].map((at) => Number.parseInt(wanted.slice(at, at + 2), 16));
    const found = [];
    for (let i = 0; i < data.length; i += 4)
      if (parts.every((part, k) => Math.abs(part - (data[i + k] ?? 0)) < 3))
        found.push({ x: ((i / 4) % width) / width, y: Math.floor(i / 4 / width) / height });
    return found;
  }, color);
}
const countLines = async (isDark: boolean) => (await findColor(palette(isDark).line)).length;

describe('a session', () => {
  test.each(['light', 'dark'] as const)(
    'is drawn over the boxes of its page (%s)',
    async (scheme) => {
      await page.emulateMedia({ colorScheme: scheme });
      const count = () => countLines(scheme === 'dark');
      await page.goto(`${dashboard.url}${address}?view=session000000003-v1&layers=dead`);
      await page.getByText('The shape of this page is not known yet').waitFor();
      // The edge of the sheet has the same colour.
      await expect.poll(count, soon).toBeGreaterThan(0);
      const edge = await count();
      await page.locator('.page-list button').first().click();
      await expect.poll(count, soon).toBeGreaterThan(edge + shapeLines);
    },
  );

  test('says where a shape is from that its view did not tell', async () => {
    const borrowed = { ...session, wireframe: () => makeShape('another', 1_366) };
    dashboard.api.sessions.splice(0, 1, borrowed);
    await page.goto(`${dashboard.url}${address}`);
    await page.getByText('from another visit, in a window 1,366 px wide').waitFor();
    dashboard.api.sessions.splice(0, 1, session);
  });

  test('takes the shape in when it comes while the session goes on', async () => {
    let shape: object | null = null;
    const live = { ...session, isLive: true, wireframe: () => shape };
    dashboard.api.sessions.splice(0, 1, live);
    await page.goto(`${dashboard.url}${address}`);
    await page.getByText('The shape of this page is not known yet').waitFor();
    await page.locator('.live-status', { hasText: 'Live' }).waitFor();
    shape = makeShape('session000000003-v0', 1_280);
    let version = 2;
    const empty = { startedAt: session.startedAt, viewIds: [], view: [], tMs: [], x: [], y: [] };
    await expect
      .poll(
        async () => {
          const told = { ...live, version: version++ };
          dashboard.api.tellActivity('session000000003', {
            session: told,
            events: [],
            trail: empty,
          });
          return page.getByText('The shape of this page is not known yet').count();
        },
        { timeout: 15_000, interval: 500 },
      )
      .toBe(0);
    dashboard.api.sessions.splice(0, 1, session);
  });
});

describe('the replay', () => {
  test('shows the window of the visitor on the page, and the rest steps back', async () => {
    await page.goto(`${dashboard.url}${address}?view=session000000003-v0&layers=dead`);
    // With the edge of the sheet.
    await expect.poll(() => countLines(false), soon).toBeGreaterThan(2 * shapeLines);
    const whole = await countLines(false);
    await page.goto(`${dashboard.url}${address}?view=session000000003-v0&layers=dead&t=1`);
    await page.getByRole('slider', { name: 'Moment of the session' }).waitFor();
    const isPart = async () => {
      const seen = await countLines(false);
      return seen > 100 && seen < whole;
    };
    await expect.poll(isPart, soon).toBe(true);
  });
});

describe('a heatmap', () => {
  test('lies over the boxes of its page', async () => {
    await page.goto(`${dashboard.url}/heatmaps?layer=trails`);
    await expect.poll(() => countLines(false), soon).toBeGreaterThan(shapeLines);
    expect(await page.locator('.shape-note').count()).toBe(0);
  });

  test('puts clicks on their elements at another width, and counts those that it cannot place', async () => {
    await page.goto(`${dashboard.url}/heatmaps?page=%2F`);
    await page.getByText('clicks in a cell').waitFor();
    await page.getByLabel('Width of the window').selectOption('390');
    await page
      .getByText('41 clicks on elements that the page does not have at this width')
      .waitFor();
    await expect.poll(() => page.url()).toContain('width=390');
    const button = findButton(makeShape('told', 390));
    const warmest = heatColors(false).at(-1) ?? '';
    const shade = `#${[1, 3, 5]
      .map((at) => Math.round(Number.parseInt(warmest.slice(at, at + 2), 16) * 0.88 + 255 * 0.12))
      .map((part) => part.toString(16).padStart(2, '0'))
      .join('')}`;
    await expect.poll(async () => (await findColor(shade)).length, soon).toBeGreaterThan(20);
    const { x = 0, y = 0, width = 0, height = 0 } = button ?? {};
    for (const at of await findColor(shade)) {
      expect(at.x * 390).toBeGreaterThan(x - 20);
      expect(at.x * 390).toBeLessThan(x + width + 20);
      expect(at.y * 1_600).toBeGreaterThan(y - 20);
      expect(at.y * 1_600).toBeLessThan(y + height + 20);
    }
    await page.reload();
    await page.getByText('41 clicks on elements that the page').waitFor();
    await page.goBack();
    await expect.poll(() => page.url()).not.toContain('width=');
  });

  test('asks for the widths of the band where nothing is kept by element', async () => {
    const asked: { viewport?: object; shapeWidth?: number }[] = [];
    const before = dashboard.api.fields.heatmap as (args: object) => object;
    dashboard.api.fields.heatmap = (args: object) => {
      asked.push(args);
      return before(args);
    };
    await page.goto(`${dashboard.url}/heatmaps?page=%2F&layer=moves`);
    await page.getByText('samples in a cell').waitFor();
    await page.getByLabel('Width of the window').selectOption('1280');
    const viewport = { minWidth: 1_280, maxWidth: 1_535 };
    await expect.poll(() => asked.at(-1)).toMatchObject({ shapeWidth: 1_280, viewport });
    dashboard.api.fields.heatmap = before;
  });
});
