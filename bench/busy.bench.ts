import { setTimeout as wait } from 'node:timers/promises';
import { askTimed } from './ask.ts';
import { startBenchSystem } from './bench-system.ts';
import { sendHandOver, writeHandOver } from './hand-over.ts';
import { median } from './median.ts';
import { type BenchBatch, makeTraffic } from './visit-batches.ts';

/**
 * Prints how long a list of sessions takes while the same process takes in all that it can, with threads for that and without, beside
 * the same list when nothing comes.
 *
 * Arguments: batches, rounds.
 */
const batchCount = Number(process.argv[2] ?? 10_000);
const rounds = Number(process.argv[3] ?? 3);
const site = 'bench';
const visits = { visitors: 1_600, batchesPerView: 10, viewsPerSession: 3, pages: 40 };
const list =
  '{ sessions(site: "bench", first: 50) { nodes { sessionId startedAt pageUrl totalClicks rageClicks } } }';
const askEveryMs = 50;
const warmUpBatches = 3_200;

interface Measured {
  readonly calm: number[];
  readonly busy: number[];
  readonly perSecond: number[];
}

const byThreads = new Map<number, Measured>(
  [0, 2].map((threads) => [threads, { calm: [], busy: [], perSecond: [] }]),
);
for (let round = 0; round < rounds; round++) {
  for (const [threads, measured] of byThreads) await measure(threads, measured);
}
// biome-ignore lint/suspicious/noConsole: a benchmark prints its figures.
console.table([...byThreads].map(toRow));

async function measure(ingestThreads: number, { calm, busy, perSecond }: Measured): Promise<void> {
  const system = await startBenchSystem([site], 1, undefined, { ingestThreads });
  const url = system.apis[0]?.url ?? '';
  const startedAt = Date.now() - 3_600_000;
  const traffic = makeTraffic({ site, startedAt, withEvents: true, ...visits });
  const bodies = (count: number) =>
    Array.from({ length: count / 100 }, () =>
      writeHandOver(Array.from({ length: 100 }, () => traffic.next().value as BenchBatch)),
    );
  const warmUp = bodies(warmUpBatches);
  const work = bodies(batchCount);
  const send = async (left: Iterator<string> & Iterable<string>) => {
    for (const body of left) await sendHandOver(url, system.secret, body);
  };
  const sendAll = (all: readonly string[]) => {
    const left = all.values();
    return Promise.all(Array.from({ length: 8 }, () => send(left)));
  };
  const ask = async () => (await askTimed(url, system.token, list)).ms;
  await sendAll(warmUp);
  for (let i = 0; i < 10; i++) await ask();
  for (let i = 0; i < 20; i++) calm.push(await ask());
  const begunAt = performance.now();
  let isDone = false;
  const sending = sendAll(work).then(() => {
    isDone = true;
  });
  while (!isDone) {
    busy.push(await ask());
    await wait(askEveryMs);
  }
  await sending;
  perSecond.push((batchCount * 1_000) / (performance.now() - begunAt));
  await system.stop();
}

function toRow([threads, { calm, busy, perSecond }]: [number, Measured]) {
  const sorted = busy.toSorted((a, b) => a - b);
  return {
    'ingest threads': threads,
    'batches/s': Math.round(median(perSecond)),
    'list when nothing comes, ms': Math.round(median(calm)),
    'while all is taken in, median': Math.round(median(busy)),
    p95: Math.round(sorted[Math.floor(sorted.length * 0.95)] ?? 0),
  };
}
