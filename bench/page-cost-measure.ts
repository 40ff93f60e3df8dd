import type { Browser, CDPSession, Page } from 'playwright-core';
import type { TracePoint } from './human-trace.ts';
import type { WatchedPage } from './page-cost-pages.ts';
import { type Recorder, serveRecorder } from './page-cost-server.ts';

/** What one recorder took in one round. */
export interface Cost {
  readonly scriptMs: number;
  readonly bytes: number;
  readonly loadBytes: number;
}

const frameMs = 1_000 / 60;
/** Between two letters. */
const letterMs = 150;
const loadMs = 3_000;
/** All of them have sent what they had by then. */
const flushMs = 6_000;

/** Loads the page with the recorder, moves over it as the trace does, types what is to be typed, and waits until all is sent. */
export async function measurePageCost(
  browser: Browser,
  watched: WatchedPage,
  recorder: Recorder,
  trace: readonly TracePoint[],
): Promise<Cost> {
  const server = await serveRecorder(recorder, watched.html);
  const context = await browser.newContext({
    viewport: { width: 1_920, height: 1_080 },
    userAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/142.0.0.0 Safari/537.36',
  });
  const page = await context.newPage();
  await page.goto(server.url);
  await page.mouse.move(5, 5);
  await page.waitForTimeout(loadMs);
  const devtools = await context.newCDPSession(page);
  // Not the wall clock: others may hold the processor in the middle of a listener.
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const before = { scriptMs: await readScriptMs(devtools), bytes: server.sentBytes() };
  const third = Math.floor(trace.length / 3);
  await move(devtools, trace.slice(0, third));
  if (watched.typed) await search(page, watched.typed);
  await move(devtools, trace.slice(third));
  await page.waitForTimeout(flushMs);
  const scriptMs = (await readScriptMs(devtools)) - before.scriptMs;
  const bytes = server.sentBytes() - before.bytes;
  await context.close();
  await server.stop();
  return { scriptMs, bytes, loadBytes: before.bytes };
}

async function move(devtools: CDPSession, trace: readonly TracePoint[]): Promise<void> {
  const startedAt = performance.now();
  for (const [i, { x, y }] of trace.entries()) {
    const waitMs = startedAt + i * frameMs - performance.now();
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
    await devtools.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y });
  }
}

async function search(page: Page, word: string): Promise<void> {
  await page.mouse.click(140, 30);
  await page.keyboard.type(word, { delay: letterMs });
}

/** CPU time that the page has spent in scripts, ms. */
async function readScriptMs(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0) * 1_000;
}
