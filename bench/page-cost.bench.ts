import type { Browser } from 'playwright-core';
import { launchBrowser } from '../e2e/testing/browse.ts';
import { findChromium } from '../tools/chromium/find-chromium.ts';
import { buildTracker } from '../tracker/build.ts';
import { readTraces } from './human-trace.ts';
import { median } from './median.ts';
import { type Cost, measurePageCost } from './page-cost-measure.ts';
import { type WatchedPage, watchedPages } from './page-cost-pages.ts';
import { recorders } from './page-cost-recorders.ts';
import type { Recorder } from './page-cost-server.ts';

/**
 * Prints what recording costs the page: CPU of scripts for 1,000 `mousemove` events at 60 Hz in a real Chromium, and bytes sent, beside
 * rrweb's `record`, Clarity and PostHog with the same movement on the same pages: one that is still, and one that lives as a shop does.
 * Loading counts for none of them, but what is loaded on the way does.
 *
 * Arguments: events a round, and rounds.
 */
const moves = Number(process.argv[2] ?? 600);
const rounds = Number(process.argv[3] ?? 3);

await buildTracker();
const trace = readTraces('../shared/data').traces.flat().slice(0, moves);
const browser = await launchBrowser(await findChromium());
process.stdout.write(`  ${moves} mousemove events at 60 Hz, median of ${rounds} rounds; all recorders at the same time, each on a page of its own.
  CPU: time of the page's main thread in scripts, by the thread's own clock: listeners, timers, packing and the calls that send.
  What the page without a recorder takes is subtracted. The empty listener does nothing with each event: what hearing of movement costs.
  rrweb, Clarity and PostHog record by their defaults (positions every 50 ms or so, the page's changes as well); bytes are bodies.\n`);
for (const page of watchedPages) {
  process.stdout.write(`\n  On ${page.name}: ${page.about}\n`);
  // biome-ignore lint/suspicious/noConsole: a benchmark prints its figures.
  console.table(toRows(await measureAll(browser, page)));
}
await browser.close();

/** Round by round, all at once, so that a busy minute of the machine is everyone's. */
async function measureAll(on: Browser, page: WatchedPage): Promise<Map<Recorder, Cost[]>> {
  const costs = new Map<Recorder, Cost[]>(recorders.map((recorder) => [recorder, []]));
  for (let round = 0; round < rounds; round++) {
    await Promise.all(
      [...costs].map(async ([recorder, measured]) => {
        measured.push(await measurePageCost(on, page, recorder, trace));
      }),
    );
  }
  return costs;
}

function toRows(costs: ReadonlyMap<Recorder, readonly Cost[]>) {
  const medianOf = (recorder: Recorder | undefined, name: keyof Cost) =>
    median(((recorder && costs.get(recorder)) ?? []).map((cost) => cost[name]));
  const find = (name: string) => recorders.find((recorder) => recorder.name.startsWith(name));
  const idleMs = medianOf(find('no recorder'), 'scriptMs');
  const perThousand = (value: number) => (value * 1_000) / moves;
  const cpuOf = (recorder: Recorder | undefined) =>
    perThousand(medianOf(recorder, 'scriptMs') - idleMs);
  const rrwebMs = cpuOf(find('rrweb'));
  return recorders.map((recorder) => ({
    recorder: recorder.name,
    'CPU, ms per 1,000 moves': Number(cpuOf(recorder).toFixed(1)),
    "of rrweb's": Number((cpuOf(recorder) / rrwebMs).toFixed(2)),
    'bytes per 1,000 moves': Math.round(perThousand(medianOf(recorder, 'bytes'))),
    'bytes on load': medianOf(recorder, 'loadBytes'),
  }));
}
