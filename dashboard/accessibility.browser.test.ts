import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { makeNumbers } from './testing/made-numbers.ts';
import { makeSession } from './testing/made-session.ts';
import { makeSite } from './testing/made-site.ts';
import { type Opened, openDashboard } from './testing/open-dashboard.ts';

const axePath = fileURLToPath(import.meta.resolve('axe-core/axe.min.js'));
const behind = JSON.stringify(['rage', '/', 'img.zoom', null, 'main > img.zoom', 'img']);
const funnelSteps = encodeURIComponent('[{"page":"/"},{"page":"/checkout"},{"event":"bought"}]');
/** Every view, and an element that says that it has its data. */
const views = [
  ['/sessions', 'tbody a'],
  ['/sessions?q=nobody-is-called-that', '.filter-bar'],
  ['/sessions?site=empty', '.snippet'],
  ['/sessions/session000000002', '.event-row'],
  ['/sessions/session000000002?t=8', '.event-row[aria-current]'],
  ['/overview?compare=1', '.uplot canvas'],
  ['/heatmaps', '.heat-legend li'],
  ['/heatmaps?layer=scroll', '.heat-canvas'],
  ['/heatmaps?layer=clicks&cell=320,300', '.cell-sessions a'],
  ['/frustration', '.data-table tbody .badge'],
  [`/frustration?behind=${encodeURIComponent(behind)}`, '.dialog .quiet'],
  [`/funnels?steps=${funnelSteps}&by=DEVICE&compare=1&drop=1`, '.drop-offs tbody a'],
  ['/funnels', '.step-builder'],
  ['/paths?source=0:/&target=1:/cart', '.edge-sessions a'],
  ['/heatmaps?against=before', '.element-box'],
  ['/people?compare=1', '.bars'],
  ['/overview?metric=rage&point=2026-02-20T23:00:00.000Z', '.dialog .quiet'],
  ['/frustration?compare=1&period=24h', '.data-table tbody .badge'],
  ['/overview?site=nope', '.notice a'],
  ['/overview?site=fresh', '.snippet'],
  ['/sessions/nobody', '.session-back'],
  ['/settings', '.settings-form'],
  ['/nowhere', 'h1'],
] as const;

let dashboard: Opened;
beforeAll(async () => {
  dashboard = await openDashboard(inject('chromiumPath'));
  const site = makeSite('shop', 'Shop');
  const fresh = { ...makeSite('fresh', 'Fresh'), lastEventAt: null };
  dashboard.api.sites.push(site, makeSite('empty', 'Empty'), fresh);
  Object.assign(dashboard.api.fields, makeNumbers(dashboard.api.sessions), {
    site,
    events: () => ({ nodes: [], pageInfo: { hasNextPage: false } }),
  });
  for (let number = 0; number < 60; number++)
    dashboard.api.sessions.push(
      makeSession({
        number,
        startedAt: Date.now() - number * 60_000,
        site,
        rage: number % 2 === 0,
      }),
    );
});
afterAll(() => dashboard.close());

const widths = [320, 360, 768, 1440, 2560];
/** Views of which what can be unfolded is unfolded: the tables below pictures. */
const unfolded: readonly string[] = ['/overview?compare=1', '/heatmaps?layer=scroll'];

/** What was resized or recoloured is drawn. */
const isDrawn = (page: Page) =>
  page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );

function findProblems(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const axe: typeof import('axe-core') = Reflect.get(window, 'axe');
    const { violations } = await axe.run(document, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
  });
}

// All that is asked of a view, of one load of it: loading it each time took most of the time.
test.each(views)(
  '%s fits every window, and axe finds nothing in either theme',
  async (path, ready) => {
    const viewport = { width: widths[0] ?? 320, height: 800 };
    const page = await dashboard.browser.newPage({ colorScheme: 'light', viewport });
    await page.goto(dashboard.url + path);
    await page.locator(ready).first().waitFor();
    if (unfolded.includes(path))
      for (const summary of await page.locator('summary').all()) await summary.click();
    for (const width of widths) {
      await page.setViewportSize({ ...viewport, width });
      await isDrawn(page);
      const scrolled = await page.evaluate(() => {
        window.scrollTo(1_000, 0);
        return window.scrollX;
      });
      expect(scrolled, `at ${width} px`).toBe(0);
    }
    await page.setViewportSize({ width: 1_280, height: 720 });
    await page.addScriptTag({ path: axePath });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await isDrawn(page);
      expect(await findProblems(page), colorScheme).toEqual([]);
    }
    await page.close();
  },
);

test('the keyboard reaches the content first, by the skip link, and focus always shows', async () => {
  const page = await dashboard.browser.newPage();
  await page.goto(`${dashboard.url}/sessions`);
  await page.locator('tbody a').first().waitFor();
  await page.keyboard.press('Tab');
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.textContent))
    .toBe('Skip to content');
  await page.keyboard.press('Enter');
  for (let i = 0; i < 18; i++) {
    await page.keyboard.press('Tab');
    const shows = await page.evaluate(() => {
      const focused = document.activeElement;
      const around = [focused, focused?.closest('tr'), focused?.closest('.pill')];
      return around.some((element) => element && getComputedStyle(element).outlineStyle !== 'none');
    });
    expect(shows, await page.evaluate(() => document.activeElement?.outerHTML ?? '')).toBe(true);
  }
  await page.close();
});

test('opening a view by its link moves the focus into it', async () => {
  const page = await dashboard.browser.newPage();
  await page.goto(`${dashboard.url}/sessions`);
  await page.getByRole('link', { name: 'People' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'People' }).waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('view');
  await page.keyboard.press('Tab');
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('main')?.id))
    .toBe('view');
  await page.close();
});

test('the theme that is chosen is remembered', async () => {
  const page = await dashboard.browser.newPage({ colorScheme: 'light' });
  await page.goto(`${dashboard.url}/sessions`);
  await page.getByLabel('Theme').selectOption('dark');
  await page.reload();
  await page.locator('tbody a').first().waitFor();
  await expect
    .poll(() => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme))
    .toBe('dark');
  await page.close();
});
