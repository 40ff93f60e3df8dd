import type { Browser, CDPSession } from 'playwright-core';
import { launchBrowser } from '../e2e/testing/browse.ts';
import { findChromium } from '../tools/chromium/find-chromium.ts';
import { readTraces } from './human-trace.ts';
import { type Recorder, serveRecorder } from './page-cost-server.ts';

/**
 * Prints what recording costs the page: CPU of scripts for 1,000 `mousemove` events at 60 Hz in a real Chromium, and bytes sent, beside
 * rrweb's `record`, Clarity and PostHog on the same page with the same movement. Loading counts for none of them.
 */
const moves = Number(process.argv[2] ?? 1_000);
const frameMs = 1_000 / 60;
/** All of them have sent what they had by then. */
const flushMs = 6_000;
const loadMs = 3_000;

const recorders: readonly Recorder[] = [
  { name: 'no recorder', scripts: {}, head: '' },
  {
    name: 'Trailgraph',
    scripts: { '/t.js': 'tracker/dist/t.js' },
    head: '<script src="/t.js" data-site="bench"></script>',
  },
  {
    name: 'rrweb record, JSON every 2 s',
    scripts: { '/rrweb.js': 'node_modules/rrweb/dist/rrweb.umd.cjs' },
    head: `<script src="/rrweb.js"></script><script>
      addEventListener('load', () => {
        let events = [];
        rrweb.record({ emit: (event) => events.push(event) });
        setInterval(() => {
          if (events.length) fetch('/collect', { method: 'POST', body: JSON.stringify(events) });
          events = [];
        }, 2000);
      });
    </script>`,
  },
  {
    name: 'Clarity',
    scripts: { '/clarity.js': 'node_modules/clarity-js/build/clarity.min.js' },
    head: `<script src="/clarity.js"></script><script>
      addEventListener('load', () => clarity('start', { projectId: 'bench', upload: '/collect', track: true, content: true }));
    </script>`,
  },
  {
    name: 'PostHog with session replay',
    scripts: { '/posthog.js': 'node_modules/posthog-js/dist/array.full.no-external.js' },
    head: `<script src="/posthog.js"></script><script>
      addEventListener('load', () => posthog.init('bench', {
        api_host: location.origin, person_profiles: 'never', opt_out_useragent_filter: true,
        session_recording: { recordCrossOriginIframes: false },
      }));
    </script>`,
  },
];

interface Cost {
  readonly cpuMs: number;
  readonly loadBytes: number;
  readonly bytes: number;
}

const trace = readTraces('../shared/data').traces.flat().slice(0, moves);
const browser = await launchBrowser(await findChromium());
const costs = new Map<string, Cost>();
for (const recorder of recorders) costs.set(recorder.name, await measure(browser, recorder));
await browser.close();
const idle = costs.get('no recorder')?.cpuMs ?? 0;
const ofRrweb = (costs.get('rrweb record, JSON every 2 s')?.cpuMs ?? 0) - idle;
const rows = [...costs].map(([recorder, { cpuMs, bytes, loadBytes }]) => ({
  recorder,
  'CPU, ms per 1,000 moves': Number((((cpuMs - idle) * 1_000) / moves).toFixed(1)),
  "of rrweb's": Number(((cpuMs - idle) / ofRrweb).toFixed(2)),
  'bytes per 1,000 moves': Math.round((bytes * 1_000) / moves),
  'bytes on load': loadBytes,
}));
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
  await devtools.send('Performance.enable');
  const before = { cpu: await readScriptMs(devtools), bytes: server.sentBytes() };
  const startedAt = performance.now();
  for (const [i, { x, y }] of trace.entries()) {
    const waitMs = startedAt + i * frameMs - performance.now();
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
    await devtools.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y });
  }
  await page.waitForTimeout(flushMs);
  const cpuMs = (await readScriptMs(devtools)) - before.cpu;
  const bytes = server.sentBytes() - before.bytes;
  await context.close();
  await server.stop();
  return { cpuMs, bytes, loadBytes: before.bytes };
}

/** Time that the page has spent in scripts, ms. */
async function readScriptMs(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0) * 1_000;
}
