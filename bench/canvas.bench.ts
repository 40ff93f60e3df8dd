import type { Page } from 'playwright-core';
import { launchBrowser } from '../e2e/testing/browse.ts';
import { findChromium } from '../tools/chromium/find-chromium.ts';
import { measureCpu } from './canvas/measure-cpu.ts';
import { openCanvasPage } from './canvas/open-canvas-page.ts';
import type { CanvasPage, HeatDrawer } from './canvas/page/in-page.ts';
import { timePageLoads } from './canvas/page-load-times.ts';
import { timeScrolling } from './canvas/scroll-times.ts';
import { median, quantile } from './median.ts';

/**
 * Prints what drawing takes in a real Chromium without a GPU: a heatmap of 100,000 points, beside two libraries on the same canvas; a
 * trail of 100,000 samples while it is dragged, beside drawing all of it in every frame; a list of 10,000 sessions while it is
 * scrolled, beside the same rows all in the document; one more page of that list, beside one of the first. CPU of the page's main thread, so that a busy machine shows less.
 */
const samples = 100_000;
const sessions = Number(process.argv[2] ?? 10_000);
const heatDraws = 5;
const frames = 240;
const naiveFrames = 10;

const executablePath = await findChromium();
const browser = await launchBrowser(executablePath);
const page = await openCanvasPage(browser);
await printHeat(page);
await printTrail(page);
await browser.close();
await printScrolling();
await printPageLoads();

async function printHeat(on: Page): Promise<void> {
  const names: readonly HeatDrawer[] = ['Trailgraph', 'simpleheat', 'heatmap.js'];
  const cpuMs = new Map<HeatDrawer, number>();
  for (const name of names) {
    await drawHeat(on, name, 1);
    const all = await measureCpu(on, () => drawHeat(on, name, heatDraws));
    cpuMs.set(name, all / heatDraws);
  }
  const ours = cpuMs.get('Trailgraph') ?? 0;
  print(
    names.map((name) => ({
      'heatmap of 100,000 points': name,
      'CPU, ms': round(cpuMs.get(name) ?? 0),
      'of ours': round((cpuMs.get(name) ?? 0) / ours),
      goal: name === 'Trailgraph' ? '' : '≥ 5',
    })),
  );
}

async function printTrail(on: Page): Promise<void> {
  const rows = [];
  for (const isNaive of [false, true]) {
    const count = isNaive ? naiveFrames : frames;
    let frameMs: number[] = [];
    const cpuMs = await measureCpu(on, async () => {
      frameMs = await panTrail(on, count, isNaive);
    });
    rows.push({
      'trail of 100,000 samples, dragged': isNaive ? 'all of it in each frame' : 'Trailgraph',
      'CPU a frame, ms': round(cpuMs / count),
      ...clock(frameMs),
      goal: isNaive ? '' : '≤ 16 ms',
    });
  }
  print(rows);
}

async function printScrolling(): Promise<void> {
  const scrolled = await timeScrolling(executablePath, sessions);
  print(
    scrolled.map(({ list, rows, cpuMs, frameMs }) => ({
      [`${sessions.toLocaleString('en')} sessions, scrolled`]: list,
      'rows in the document': rows,
      'CPU a frame, ms': round(cpuMs),
      ...clock(frameMs),
    })),
  );
}

async function printPageLoads(): Promise<void> {
  const loads = await timePageLoads(executablePath, [100, sessions]);
  const [first] = loads;
  print(
    loads.map(({ rows, pageCpuMs, changeCpuMs }) => ({
      'list of sessions, rows in it': rows,
      'CPU of 50 more, ms': round(pageCpuMs),
      'of the first': round(pageCpuMs / (first?.pageCpuMs ?? 1)),
      'CPU of a change, ms': round(changeCpuMs),
    })),
  );
}

function drawHeat(on: Page, name: HeatDrawer, times: number): Promise<void> {
  return on.evaluate(
    ([drawer, count]) => {
      const { canvasPage } = window as unknown as { readonly canvasPage: CanvasPage };
      canvasPage.drawHeat(drawer, count);
    },
    [name, times] as const,
  );
}

function panTrail(on: Page, count: number, isNaive: boolean): Promise<number[]> {
  return on.evaluate(
    ([length, times, naive]) => {
      const { canvasPage } = window as unknown as { readonly canvasPage: CanvasPage };
      return canvasPage.panTrail(length, times, naive);
    },
    [samples, count, isNaive] as const,
  );
}

function clock(ms: readonly number[]) {
  return { 'clock, median ms': round(median(ms)), 'clock, p95 ms': round(quantile(ms, 0.95)) };
}

function round(value: number): number {
  return Number(value.toFixed(1));
}

function print(rows: readonly object[]): void {
  // biome-ignore lint/suspicious/noConsole: a benchmark prints its figures.
  console.table(rows);
}
