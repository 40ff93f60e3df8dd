import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { Pool } from 'undici';
import { bundleWorker } from '../collector/bundle.ts';
import { type RunningCollector, startCollector } from '../collector/local.ts';
import { makeBodies } from './collector-bodies.ts';

/** Prints how many batches a second the collector takes, beside a Worker that only answers 204, in the same run. */
const connections = 64;
const rounds = Number(process.argv[2] ?? 9);
const roundMs = Number(process.argv[3] ?? 1_000);
const warmUpMs = 1_500;
const bodies = makeBodies(2_000);
const headers = {
  origin: 'https://shop.example',
  'content-type': 'text/plain;charset=UTF-8',
  'user-agent':
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
};

interface Contestant {
  readonly name: string;
  readonly goal: number | undefined;
  readonly collector: RunningCollector;
  readonly status: number;
  readonly perSecond: number[];
}

/** Batches a second that were answered with `status`; any other answer is an error. */
async function measure({ collector, status }: Contestant, ms: number): Promise<number> {
  const pool = new Pool(collector.url, { connections, pipelining: 1 });
  const started = performance.now();
  let sent = 0;
  const lane = async () => {
    while (performance.now() - started < ms) {
      const body = bodies[sent++ % bodies.length] as Uint8Array;
      const answer = await pool.request({ path: '/v1/batches', method: 'POST', headers, body });
      if (answer.statusCode !== status) throw new Error(await answer.body.text());
      await answer.body.dump();
    }
  };
  await Promise.all(Array.from({ length: connections }, lane));
  const seconds = (performance.now() - started) / 1000;
  await pool.close();
  return sent / seconds;
}

async function startContestants(apiUrl: string): Promise<Contestant[]> {
  const stub = fileURLToPath(new URL('./collector-stub-forward.ts', import.meta.url));
  const scripts = [
    {
      name: 'answers 204',
      goal: undefined,
      status: 204,
      script: 'export default { fetch: () => new Response(null, { status: 204 }) }',
    },
    {
      name: 'collector, forwarding left out',
      goal: 0.6,
      status: 202,
      script: await bundleWorker({ scripts: {}, replaced: { 'forward.ts': stub } }),
    },
    {
      name: 'collector, direct to an instant API',
      goal: 0.4,
      status: 202,
      script: await bundleWorker({ scripts: {} }),
    },
  ];
  return await Promise.all(
    scripts.map(async ({ script, ...rest }) => ({
      ...rest,
      perSecond: [],
      collector: await startCollector({ apiUrl, ingestSecret: 'bench', script }),
    })),
  );
}

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const api = new Worker(new URL('./collector-instant-api.ts', import.meta.url));
const port = await new Promise<number>((resolve) => api.once('message', resolve));
const contestants = await startContestants(`http://127.0.0.1:${port}`);
for (const contestant of contestants) await measure(contestant, warmUpMs);
// In turns, so that what else the machine does falls on all of them.
for (let round = 0; round < rounds; round++) {
  for (const contestant of contestants) {
    contestant.perSecond.push(await measure(contestant, roundMs));
  }
}
const baseline = contestants[0]?.perSecond ?? [];
const rows = contestants.map(({ name, goal, perSecond }) => {
  // Each round against the same round's baseline: what else runs here weighs on both.
  const ratios = perSecond.map((value, round) => value / (baseline[round] ?? value));
  return {
    worker: name,
    'batches/s': Math.round(median(perSecond)),
    'ratio to 204': Number(median(ratios).toFixed(2)),
    goal: goal === undefined ? '' : `≥ ${goal}`,
  };
});
// biome-ignore lint/suspicious/noConsole: a benchmark prints its figures.
console.table(rows);
for (const { collector } of contestants) await collector.stop();
await api.terminate();
