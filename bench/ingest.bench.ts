import { startBenchSystem } from './bench-system.ts';
import { readCpuMs } from './cpu-time.ts';
import { sendHandOver, writeHandOver } from './hand-over.ts';
import { median } from './median.ts';
import { makePlainDesign } from './plain-design.ts';
import { type BenchBatch, makeTraffic } from './visit-batches.ts';

/**
 * Prints how many behaviour events a second the API takes in, with everything that is derived from them, beside the plain design
 * on the same mongod with the same write concern. Both get the same batches in turn, made beforehand: 2 s of movement with clicks,
 * scrolling and a hover, of 1,600 visitors at once. Ours come over HTTP as the collector hands them over, 100 a call, to one API
 * process as `npm start` runs it, or to any of several by chance. The plain design is called in this process, a batch a call, 64 at
 * once: no HTTP, no GraphQL and no projection for it to pay.
 *
 * Other work on the machine slows both; so beside the rate stands the CPU that mongod and the design's own processes took.
 *
 * Arguments: rounds, batches a round, API processes.
 */
const rounds = Number(process.argv[2] ?? 7);
const batchesARound = Number(process.argv[3] ?? 2_000);
const processes = Number(process.argv[4] ?? 1);
const warmUpBatches = Number(process.argv[5] ?? 3_200);
const site = 'bench';
const visits = { visitors: 1_600, batchesPerView: 10, viewsPerSession: 3, pages: 40 };

interface Contestant {
  readonly name: string;
  /** Gets batches ready, and takes them when told. */
  readonly prepare: (batches: readonly BenchBatch[]) => () => Promise<void>;
  /** Processes whose CPU is the design's own, beside mongod. */
  readonly pids: readonly number[];
  readonly perSecond: number[];
  /** CPU, ms per 1,000 events. */
  readonly cpuMs: number[];
}

// Together as many as this machine has cores: more would only wait for one another.
const ingestThreads = Math.max(1, Math.floor(2 / processes));
const system = await startBenchSystem([site], processes, undefined, { ingestThreads });
const status = await system.client.db('admin').command({ serverStatus: 1 });
const mongodPid = Number(status['pid']);
const plain = await makePlainDesign(system.client.db('plain'));
const contestants: readonly Contestant[] = [
  {
    name: 'plain design',
    prepare: (batches) => () =>
      inLanes(64, batches, ({ packed, receivedAt }) => plain.take(packed, receivedAt)),
    pids: [process.pid],
    perSecond: [],
    cpuMs: [],
  },
  {
    name: `Trailgraph, API processes: ${processes}`,
    prepare: (batches) => {
      const bodies = inHundreds(batches).map(writeHandOver);
      return () => inLanes(8, bodies, send);
    },
    pids: system.apis.map(({ pid }) => pid),
    perSecond: [],
    cpuMs: [],
  },
];
const traffic = makeTraffic({
  site,
  startedAt: Date.now() - 3_600_000,
  withEvents: true,
  ...visits,
});
const warmUp = takeTraffic(warmUpBatches);
for (const contestant of contestants) await contestant.prepare(warmUp)();
for (let round = 0; round < rounds; round++) {
  const batches = takeTraffic(batchesARound);
  for (const contestant of contestants) await measure(contestant, batches);
}
print();
await system.stop();

function takeTraffic(count: number): BenchBatch[] {
  return Array.from({ length: count }, () => traffic.next().value as BenchBatch);
}

function inHundreds(batches: readonly BenchBatch[]): BenchBatch[][] {
  return [...Map.groupBy(batches, (_, i) => Math.floor(i / 100)).values()];
}

async function send(body: string): Promise<void> {
  const api = system.apis[Math.floor(Math.random() * processes)];
  const statuses = await sendHandOver(api?.url ?? '', system.secret, body);
  if (statuses.some((one) => one !== 'ACCEPTED')) throw new Error(statuses.join());
}

async function inLanes<T>(
  lanes: number,
  items: readonly T[],
  take: (item: T) => Promise<void>,
): Promise<void> {
  const left = items.values();
  const lane = async () => {
    for (const item of left) await take(item);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

async function measure(
  { prepare, pids, perSecond, cpuMs }: Contestant,
  batches: readonly BenchBatch[],
): Promise<void> {
  const events = batches.reduce((sum, batch) => sum + batch.samples + batch.events, 0);
  const run = prepare(batches);
  const used = () => [mongodPid, ...pids].reduce((sum, pid) => sum + readCpuMs(pid), 0);
  const cpuBefore = used();
  const startedAt = performance.now();
  await run();
  perSecond.push((events / (performance.now() - startedAt)) * 1_000);
  cpuMs.push(((used() - cpuBefore) / events) * 1_000);
}

function print(): void {
  const [baseline] = contestants;
  const rows = contestants.map(({ name, perSecond, cpuMs }) => {
    const ratios = (own: readonly number[], its: readonly number[]) =>
      Number(median(own.map((value, i) => value / (its[i] ?? value))).toFixed(2));
    return {
      design: name,
      'events/s': Math.round(median(perSecond)),
      ratio: ratios(perSecond, baseline?.perSecond ?? []),
      'CPU, ms per 1,000 events': Math.round(median(cpuMs)),
      'events per CPU, ratio': ratios(baseline?.cpuMs ?? [], cpuMs),
      goal: name === baseline?.name ? '' : '≥ 3',
    };
  });
  // biome-ignore lint/suspicious/noConsole: a benchmark prints its figures.
  console.table(rows);
}
