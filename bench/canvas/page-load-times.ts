import type { Page } from 'playwright-core';
import { makeSession } from '../../dashboard/testing/made-session.ts';
import { makeSite } from '../../dashboard/testing/made-site.ts';
import { openDashboard } from '../../dashboard/testing/open-dashboard.ts';
import { measureCpu } from './measure-cpu.ts';

interface PageLoad {
  /** How many rows were there already. */
  readonly rows: number;
  /** Of one more page of the list, ms of CPU. */
  readonly pageCpuMs: number;
  /** Of one session that changed, ms of CPU. */
  readonly changeCpuMs: number;
}

const pages = 8;
const changes = 20;
/** On the way to the next count: pages of fifty would take long. */
const largePage = 1_000;

/** What it costs the dashboard to load one more page of its list of sessions, and to take in a change, with few and with many rows there. */
export async function timePageLoads(
  executablePath: string,
  counts: readonly number[],
): Promise<readonly PageLoad[]> {
  const dashboard = await openDashboard(executablePath);
  try {
    const site = makeSite('shop', 'Shop');
    dashboard.api.sites.push(site);
    const now = Date.now();
    const most = Math.max(...counts) + (counts.length + 1) * pages * 50;
    const made = (number: number, overrides = {}) =>
      makeSession({ number, startedAt: now - number * 60_000, site, samples: 1, overrides });
    for (let number = 0; number < most; number++) dashboard.api.sessions.push(made(number));
    const page = await dashboard.browser.newPage({ viewport: { width: 1_280, height: 860 } });
    const size = await choosePageSize(page);
    await page.goto(`${dashboard.url}/sessions`);
    await page.locator('tr.session-row').first().waitFor();
    await page.locator('.live-status', { hasText: 'Live' }).waitFor();
    const measured: PageLoad[] = [];
    for (const rows of counts) {
      size.isLarge = true;
      while ((await countRows(page)) + largePage < rows) await loadPage(page);
      size.isLarge = false;
      await loadPage(page);
      const there = await countRows(page);
      const pageMs = await measureCpu(page, async () => {
        for (let i = 0; i < pages; i++) await loadPage(page);
      });
      await page.evaluate(() => scrollTo(0, 0));
      const changeMs = await measureCpu(page, async () => {
        for (let i = 0; i < changes; i++) {
          const clicks = 10_000 * (measured.length + 1) + i;
          dashboard.api.tell(made(0, { totalClicks: clicks }));
          await page.locator('td.session-number', { hasText: String(clicks) }).waitFor();
        }
      });
      const load = { pageCpuMs: pageMs / pages, changeCpuMs: changeMs / changes };
      measured.push({ rows: there, ...load });
    }
    return measured;
  } finally {
    await dashboard.close();
  }
}

async function choosePageSize(page: Page): Promise<{ isLarge: boolean }> {
  const size: { isLarge: boolean } = { isLarge: false };
  await page.route('**/graphql', async (route) => {
    const body = route.request().postDataJSON();
    if (size.isLarge && body?.variables?.after) body.variables.first = largePage;
    await route.continue({ postData: JSON.stringify(body) });
  });
  return size;
}

function countRows(page: Page): Promise<number> {
  return page.evaluate(() => {
    const row = document.querySelector<HTMLElement>('tr.session-row')?.offsetHeight ?? 1;
    return Math.round((document.querySelector('.session-body')?.clientHeight ?? 0) / row);
  });
}

/** The list asks for more where its end comes near: goes there, and waits until it is longer. */
function loadPage(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((done) => {
        const body = document.querySelector<HTMLElement>('.session-body');
        if (!body) return done();
        const before = body.style.height;
        const observer = new MutationObserver(() => {
          if (body.style.height === before) return;
          observer.disconnect();
          done();
        });
        observer.observe(body, { attributes: true, attributeFilter: ['style'] });
        scrollTo(0, 0);
        scrollTo(0, document.documentElement.scrollHeight);
      }),
  );
}
