import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repoPath } from '../tools/data-dir.ts';
import type { CollectorPartOptions } from '../tools/system/collector-process.ts';
import { type PartProcess, startPartProcess } from '../tools/system/part-process.ts';
import { askTimed } from './ask.ts';
import { type BenchSystem, startBenchSystem } from './bench-system.ts';
import { Crowd, type From, makeTally, type Tally } from './crowd.ts';
import { type MemorySample, watchMemory } from './watch-memory.ts';

/** What one flood did. */
export interface FloodPhase {
  readonly name: string;
  readonly offeredPerSecond: number;
  readonly statuses: Tally['statuses'];
  readonly withoutRetryAfter: number;
  /** Batches answered with 202, and how many of those the API has. */
  readonly accepted: number;
  readonly kept: number;
  readonly curve: readonly MemorySample[];
  /** Median time to an answer afterwards, ms. */
  readonly recoveredMs: number;
}

export interface FloodResult {
  /** Batches a second that the system takes when asked for no more. */
  readonly capacity: number;
  /** Median time to an answer before any flood, ms. */
  readonly calmMs: number;
  readonly phases: readonly FloodPhase[];
}

const openSite = 'flood-open';
const visitorSite = 'flood-visitors';
const siteSite = 'flood-site';
const many = { visitor: 100_000, site: 10_000_000 };
/** Limits a minute. */
const limits = {
  [openSite]: many,
  [visitorSite]: { ...many, visitor: 120 },
  [siteSite]: { ...many, site: 600 },
};

/**
 * A small system: one that uses all of a machine could not be sent ten times as much from the same one. Two batches a commit, so that
 * it takes little; and little may wait, so that it does not wait long.
 */
const smallSystem = {
  ingestThreads: 1,
  commitLimits: { commitBatches: 2, waitingBatches: 100 },
} as const;

/** Each with ten times what the system takes. */
const floods: readonly (From & { readonly name: string })[] = [
  { name: 'more than the system takes', site: openSite },
  { name: 'more than five visitors may send', site: visitorSite, visitors: 5 },
  { name: 'more than a site may get', site: siteSite },
];

/**
 * Measures what the system takes, then sends ten times as much for `floodMs`, three times: where nothing but the system's own strength
 * limits it, where the limit of a visitor does, where the limit of a site does. A process for the API, one for the collector (direct
 * mode), a mongod. Bounded in time and number; loopback only.
 */
export async function flood(floodMs: number): Promise<FloodResult> {
  const folder = await mkdtemp(join(tmpdir(), 'trailgraph-flood-'));
  const system = await startBenchSystem(Object.keys(limits), 1, undefined, smallSystem);
  const apiUrl = system.apis[0]?.url ?? '';
  await setLimits(apiUrl, system.token);
  const collector = await startCollector(apiUrl, system.secret, join(folder, 'collector.log'));
  const crowd = new Crowd(collector.url);
  try {
    const from = { site: openSite };
    // The first one warms up.
    await crowd.measureCapacity(from, makeTally(), 3_000);
    const capacity = await crowd.measureCapacity(from, makeTally(), 4_000);
    const calmMs = await crowd.measureCalm(from, makeTally());
    const phases: FloodPhase[] = [];
    for (const one of floods) {
      phases.push(await runPhase({ system, collector, crowd }, one, 10 * capacity, floodMs));
    }
    return { capacity, calmMs, phases };
  } finally {
    await crowd.close();
    await collector.stop();
    await system.stop();
    await rm(folder, { recursive: true });
  }
}

interface Running {
  readonly system: BenchSystem;
  readonly collector: PartProcess;
  readonly crowd: Crowd;
}

async function runPhase(
  { system, collector, crowd }: Running,
  { name, ...from }: (typeof floods)[number],
  perSecond: number,
  floodMs: number,
): Promise<FloodPhase> {
  const tally = makeTally();
  const pids = { apiPid: system.apis[0]?.pid ?? 0, collectorPid: collector.pid };
  const watching = watchMemory(pids, () => crowd.underWay);
  const offeredPerSecond = await crowd.pour(from, tally, perSecond, floodMs);
  const recoveredMs = await crowd.measureCalm({ site: openSite }, makeTally());
  const curve = await watching.stop();
  const kept = await system.db
    .collection('batches')
    .countDocuments({ site: from.site, session: { $in: tally.accepted } });
  const { statuses, withoutRetryAfter, accepted } = tally;
  return {
    ...{ name, offeredPerSecond, statuses, withoutRetryAfter, kept, curve, recoveredMs },
    accepted: accepted.length,
  };
}

async function setLimits(apiUrl: string, token: string): Promise<void> {
  for (const [site, { visitor, site: ofSite }] of Object.entries(limits)) {
    const input = `visitorBatchesPerMinute: ${visitor}, siteBatchesPerMinute: ${ofSite}`;
    await askTimed(
      apiUrl,
      token,
      `mutation { updateSite(id: "${site}", input: { ${input} }) { siteId } }`,
    );
  }
}

function startCollector(apiUrl: string, ingestSecret: string, logFile: string) {
  const options: CollectorPartOptions = {
    ...{ port: 0, apiUrl, ingestSecret, replaySecret: 'flood', forward: 'direct' },
  };
  return startPartProcess({
    entry: repoPath('tools/system/collector-process.ts'),
    options: Promise.resolve(options),
    logFile,
  });
}
