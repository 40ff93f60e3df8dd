import { startBenchSystem } from './bench-system.ts';
import { handOver } from './hand-over.ts';
import { median } from './median.ts';
import { makePlainDesign } from './plain-design.ts';
import { type BenchBatch, makeTraffic } from './visit-batches.ts';

/**
 * Prints how many behaviour events a second the API takes in, with everything that is derived from them, beside the plain design
 * on the same mongod with the same write concern. The plain design has no HTTP, no GraphQL and no projections to pay for.
 */
const rounds = Number(process.argv[2] ?? 7);
const roundMs = Number(process.argv[3] ?? 4_000);
const warmUpMs = 4_000;
const site = 'bench';

interface Contestant {
  readonly name: string;
  /** Takes the next batches of its own traffic. */
  readonly takeSome: () => Promise<readonly BenchBatch[]>;
  readonly lanes: number;
  readonly perSecond: number[];
}

const system = await startBenchSystem([site], 2);
const contestants = [await makeBaseline(), makeOurs()];
for (const contestant of contestants) await measure(contestant, warmUpMs);
for (let round = 0; round < rounds; round++) {
  for (const contestant of contestants) {
    contestant.perSecond.push(await measure(contestant, roundMs));
  }
}
const [baseline] = contestants;
const rows = contestants.map(({ name, perSecond }) => ({
  design: name,
  'events/s': Math.round(median(perSecond)),
  'ratio, median of rounds': Number(
    median(perSecond.map((value, i) => value / (baseline?.perSecond[i] ?? value))).toFixed(2),
  ),
  goal: name === baseline?.name ? '' : '≥ 3',
}));
// biome-ignore lint/suspicious/noConsole: a benchmark prints its figures.
console.table(rows);
await system.stop();

function traffic(): Generator<BenchBatch> {
  const visits = { visitors: 1_600, batchesPerView: 10, viewsPerSession: 3, pages: 40 };
  return makeTraffic({ site, startedAt: Date.now() - 3_600_000, withEvents: true, ...visits });
}

async function makeBaseline(): Promise<Contestant> {
  const plain = await makePlainDesign(system.client.db('plain'));
  const source = traffic();
  const takeSome = async () => {
    const batch = source.next().value as BenchBatch;
    await plain.take(batch.packed, batch.receivedAt);
    return [batch];
  };
  return { name: 'plain design', takeSome, lanes: 64, perSecond: [] };
}

function makeOurs(): Contestant {
  const source = traffic();
  let calls = 0;
  const takeSome = async () => {
    const api = system.apis[calls++ % system.apis.length];
    const batches = Array.from({ length: 100 }, () => source.next().value as BenchBatch);
    const statuses = await handOver(api?.url ?? '', system.secret, batches);
    if (statuses.some((status) => status !== 'ACCEPTED')) throw new Error(statuses.join());
    return batches;
  };
  return { name: 'Trailgraph, two API processes', takeSome, lanes: 8, perSecond: [] };
}

async function measure({ takeSome, lanes }: Contestant, ms: number): Promise<number> {
  const startedAt = performance.now();
  let count = 0;
  const lane = async () => {
    while (performance.now() - startedAt < ms) {
      for (const { samples, events } of await takeSome()) count += samples + events;
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return count / ((performance.now() - startedAt) / 1000);
}
