import type { Page } from 'playwright-core';
import { makeSession } from '../../dashboard/testing/made-session.ts';
import { makeSite } from '../../dashboard/testing/made-site.ts';
import { openDashboard } from '../../dashboard/testing/open-dashboard.ts';
import { measureCpu } from './measure-cpu.ts';

interface Scrolled {
  readonly list: string;
  /** How many rows the document holds. */
  readonly rows: number;
  /** Scripts, style and layout of a frame, ms of CPU. */
  readonly cpuMs: number;
  /** Each frame by the clock, ms. */
  readonly frameMs: readonly number[];
}

const frames = 200;
/** With all rows in the document each takes long. */
const naiveFrames = 20;
const pageSize = 1_000;
const stepPx = 240;

/** Scrolls through the dashboard's list of so many sessions, all of them loaded, and through the same rows all in one document. */
export async function timeScrolling(
  executablePath: string,
  sessions: number,
): Promise<readonly Scrolled[]> {
  const dashboard = await openDashboard(executablePath);
  try {
    const site = makeSite('shop', 'Shop');
    dashboard.api.sites.push(site);
    const now = Date.now();
    for (let number = 0; number < sessions; number++) {
      const startedAt = now - number * 60_000;
      dashboard.api.sessions.push(makeSession({ number, startedAt, site, rage: number % 3 === 0 }));
    }
    const page = await dashboard.browser.newPage({ viewport: { width: 1_280, height: 860 } });
    await askForLargePages(page);
    await page.goto(`${dashboard.url}/sessions`);
    await page.locator('tr.session-row').first().waitFor();
    await loadAll(page, sessions);
    const ours = await scrollOn(page, 'Trailgraph', frames);
    await putAllIntoTheDocument(page, sessions);
    return [ours, await scrollOn(page, 'all rows in the document', naiveFrames)];
  } finally {
    await dashboard.close();
  }
}

/** Two hundred pages of fifty would take longer to load than to scroll through. */
async function askForLargePages(page: Page): Promise<void> {
  await page.route('**/graphql', async (route) => {
    const body = route.request().postDataJSON();
    if (body?.variables?.first) body.variables.first = pageSize;
    await route.continue({ postData: JSON.stringify(body) });
  });
}

/** The list asks for more where its end comes near. */
function loadAll(page: Page, sessions: number): Promise<unknown> {
  return page.waitForFunction(
    (wanted) => {
      scrollTo(0, document.documentElement.scrollHeight);
      const row = document.querySelector('tr.session-row');
      return document.documentElement.scrollHeight > wanted * (row?.clientHeight ?? 1);
    },
    sessions - 1,
    { timeout: 300_000 },
  );
}

function putAllIntoTheDocument(page: Page, sessions: number): Promise<void> {
  return page.evaluate((count) => {
    const table = document.querySelector('.session-table');
    const row = document.querySelector('tr.session-row')?.outerHTML ?? '';
    const head = table?.querySelector('thead')?.outerHTML ?? '';
    document.body.innerHTML = `<main class="frame-main"><table class="session-table">${head}<tbody>${row.repeat(count)}</tbody></table></main>`;
  }, sessions);
}

async function scrollOn(page: Page, list: string, times: number): Promise<Scrolled> {
  const frameMs: number[] = [];
  const cpuMs = await measureCpu(page, async () => {
    frameMs.push(...(await scrollFrames(page, times)));
  });
  const rows = await page.locator('tr.session-row').count();
  return { list, rows, cpuMs: cpuMs / times, frameMs };
}

function scrollFrames(page: Page, count: number): Promise<number[]> {
  return page.evaluate(
    async ([times, step]) => {
      const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      // A message comes after the frame's style, layout and paint.
      const { port1, port2 } = new MessageChannel();
      const afterFrame = () =>
        new Promise<void>((resolve) => {
          port1.onmessage = () => resolve();
          port2.postMessage(null);
        });
      const frameMs: number[] = [];
      scrollTo(0, 0);
      await nextFrame();
      for (let frame = 0; frame < times; frame++) {
        await nextFrame();
        const startedAt = performance.now();
        scrollBy(0, step);
        await afterFrame();
        frameMs.push(performance.now() - startedAt);
      }
      return frameMs;
    },
    [count, stepPx] as const,
  );
}
