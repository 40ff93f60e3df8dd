import type { Browser, CDPSession } from 'playwright-core';
import { launchBrowser } from '../e2e/testing/browse.ts';
import { findChromium } from '../tools/chromium/find-chromium.ts';
import { readTraces } from './human-trace.ts';
import { median } from './median.ts';
import { recorders } from './page-cost-recorders.ts';
import { type Recorder, serveRecorder } from './page-cost-server.ts';

/**
 * Prints what recording costs the page: CPU of scripts for 1,000 `mousemove` events at 60 Hz in a real Chromium, and bytes sent, beside
 * rrweb's `record`, Clarity and PostHog on the same page with the same movement. Loading counts for none of them.
 *
 * Arguments: events a round, and rounds.
 */
const moves = Number(process.argv[2] ?? 600);
const rounds = Number(process.argv[3] ?? 3);
const frameMs = 1_000 / 60;
/** All of them have sent what they had by then. */
const flushMs = 6_000;
const loadMs = 3_000;

interface Cost {
  readonly scriptMs: number;
  readonly bytes: number;
  readonly loadBytes: number;
}

const trace = readTraces('../shared/data').traces.flat().slice(0, moves);
const browser = await launchBrowser(await findChromium());
const costs = new Map<Recorder, Cost[]>(recorders.map((recorder) => [recorder, []]));
// Round by round, so that a busy minute of the machine is everyone's.
for (let round = 0; round < rounds; round++) {
  for (const [recorder, measured] of costs) measured.push(await measure(browser, recorder));
}
await browser.close();

const perThousand = (value: number) => (value * 1_000) / moves;
const medianOf = (recorder: Recorder, name: keyof Cost) =>
  median((costs.get(recorder) ?? []).map((cost) => cost[name]));
const find = (name: string) => recorders.find((recorder) => recorder.name.startsWith(name));
const cpuOf = (recorder: Recorder | undefined) =>
  recorder ? perThousand(medianOf(recorder, 'scriptMs') - idleMs) : 0;
const idleRecorder = find('no recorder');
const idleMs = idleRecorder ? medianOf(idleRecorder, 'scriptMs') : 0;
const rrwebMs = cpuOf(find('rrweb'));
const rows = recorders.map((recorder) => ({
  recorder: recorder.name,
  'CPU, ms per 1,000 moves': Number(cpuOf(recorder).toFixed(1)),
  "of rrweb's": Number((cpuOf(recorder) / rrwebMs).toFixed(2)),
  'bytes per 1,000 moves': Math.round(perThousand(medianOf(recorder, 'bytes'))),
  'bytes on load': medianOf(recorder, 'loadBytes'),
}));
process.stdout.write(`  ${moves} mousemove events at 60 Hz on a page of 200 cards, median of ${rounds} rounds in turns.
  CPU: time of the page's main thread in scripts, by the thread's own clock: listeners, timers, packing and the calls that send.
  What the page without a recorder takes is subtracted. The empty listener does nothing with each event: what hearing of movement costs.
  rrweb, Clarity and PostHog record by their defaults (positions every 50 ms or so, the page's changes as well); bytes are bodies.\n`);
// biome-ignore lint/suspicious/noConsole: a benchmark prints its figures.
console.table(rows);

async function measure(on: Browser, recorder: Recorder): Promise<Cost> {
  const server = await serveRecorder(recorder);
  const context = await on.newContext({
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
  const startedAt = performance.now();
  for (const [i, { x, y }] of trace.entries()) {
    const waitMs = startedAt + i * frameMs - performance.now();
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
    await devtools.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y });
  }
  await page.waitForTimeout(flushMs);
  const scriptMs = (await readScriptMs(devtools)) - before.scriptMs;
  const bytes = server.sentBytes() - before.bytes;
  await context.close();
  await server.stop();
  return { scriptMs, bytes, loadBytes: before.bytes };
}

/** CPU time that the page has spent in scripts, ms. */
async function readScriptMs(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0) * 1_000;
}
