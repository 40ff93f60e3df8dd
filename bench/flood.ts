import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Pool } from 'undici';
import { repoPath } from '../tools/data-dir.ts';
import type { CollectorPartOptions } from '../tools/system/collector-process.ts';
import { startPartProcess } from '../tools/system/part-process.ts';
import { askTimed } from './ask.ts';
import { startBenchSystem } from './bench-system.ts';
import { median } from './median.ts';
import { makeSingleBatch } from './visit-batches.ts';

/** A moment of a flood. */
export interface FloodSample {
  readonly atMs: number;
  /** Resident memory, MB: of the API, and of the collector with its workerd. */
  readonly apiMb: number;
  readonly collectorMb: number;
  readonly underWay: number;
}

export interface FloodResult {
  /** Batches a second that the system takes when asked for no more. */
  readonly capacity: number;
  readonly offered: number;
  /** How many of each status there were; 0: no answer. */
  readonly statuses: ReadonlyMap<number, number>;
  /** Answers 429 and 503 that do not say when to come again. */
  readonly withoutRetryAfter: number;
  /** Batches answered with 202, and how many of those the API has. */
  readonly accepted: number;
  readonly kept: number;
  readonly curve: readonly FloodSample[];
  /** Median time to an answer, ms: before, and after the flood. */
  readonly calmMs: number;
  readonly recoveredMs: number;
}

const site = 'flood';
/** What has been opened stays open, as a million browsers would hold their sockets. */
const mostUnderWay = 3_500;
const headers = {
  origin: 'https://shop.example',
  'content-type': 'text/plain',
  'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/142.0.0.0 Safari/537.36',
};

interface Tally {
  sent: number;
  underWay: number;
  withoutRetryAfter: number;
  readonly statuses: Map<number, number>;
  readonly accepted: string[];
}

/**
 * Measures what the system takes, then sends ten times as much for `floodMs`, and looks on: a process for the API, one for the
 * collector (direct mode), a mongod. Bounded in time and number; loopback only.
 */
export async function flood(floodMs: number): Promise<FloodResult> {
  const folder = await mkdtemp(join(tmpdir(), 'trailgraph-flood-'));
  const system = await startBenchSystem([site], 1);
  const [api] = system.apis;
  const apiUrl = api?.url ?? '';
  const limits = 'visitorBatchesPerMinute: 100000, siteBatchesPerMinute: 10000000';
  const lift = `mutation { updateSite(id: "${site}", input: { ${limits} }) { siteId } }`;
  await askTimed(apiUrl, system.token, lift);
  const options: CollectorPartOptions = {
    port: 0,
    apiUrl,
    ingestSecret: system.secret,
    replaySecret: 'flood',
    forward: 'direct',
  };
  const collector = await startPartProcess({
    entry: repoPath('tools/system/collector-process.ts'),
    options: Promise.resolve(options),
    logFile: join(folder, 'collector.log'),
  });
  const pool = new Pool(collector.url, { connections: mostUnderWay, headersTimeout: 60_000 });
  const tally: Tally = {
    ...{ sent: 0, underWay: 0, withoutRetryAfter: 0 },
    statuses: new Map(),
    accepted: [],
  };
  try {
    const capacity = await measureCapacity(pool, tally);
    const calmMs = await measureCalm(pool, tally);
    const before = new Map(tally.statuses);
    const startedAt = performance.now();
    const curve = watch(startedAt, tally, api?.pid ?? 0, collector.pid);
    const offered = await pour(pool, tally, 10 * capacity, floodMs);
    await untilAnswered(tally);
    const recoveredMs = await measureCalm(pool, tally);
    const samples = await curve.stop();
    const kept = await system.db
      .collection('batches')
      .countDocuments({ site, session: { $in: [...tally.accepted] } });
    return {
      ...{ capacity, offered, calmMs, recoveredMs, kept, curve: samples },
      statuses: new Map(
        [...tally.statuses].map(([status, n]) => [status, n - (before.get(status) ?? 0)]),
      ),
      withoutRetryAfter: tally.withoutRetryAfter,
      accepted: tally.accepted.length,
    };
  } finally {
    await pool.destroy();
    await collector.stop();
    await system.stop();
    await rm(folder, { recursive: true });
  }
}

/** Sends one batch, of a session of its own. @returns how long the answer took, ms */
async function send(pool: Pool, tally: Tally): Promise<number> {
  const { packed, session } = makeSingleBatch(site, tally.sent++);
  const startedAt = performance.now();
  tally.underWay += 1;
  let status = 0;
  try {
    const answer = await pool.request({
      path: '/v1/batches',
      method: 'POST',
      headers,
      body: packed,
    });
    await answer.body.dump();
    status = answer.statusCode;
    const asksToWait = status === 429 || status === 503;
    if (asksToWait && !answer.headers['retry-after']) tally.withoutRetryAfter += 1;
  } catch {
    // No answer: nothing was promised.
  }
  tally.underWay -= 1;
  tally.statuses.set(status, (tally.statuses.get(status) ?? 0) + 1);
  if (status === 202) tally.accepted.push(session);
  return performance.now() - startedAt;
}

async function measureCapacity(pool: Pool, tally: Tally): Promise<number> {
  const rounds = [2_000, 3_000];
  let capacity = 0;
  // The first one warms up.
  for (const ms of rounds) {
    const startedAt = performance.now();
    const before = tally.accepted.length;
    const lane = async () => {
      while (performance.now() - startedAt < ms) await send(pool, tally);
    };
    await Promise.all(Array.from({ length: 200 }, lane));
    capacity = ((tally.accepted.length - before) * 1_000) / (performance.now() - startedAt);
  }
  return capacity;
}

async function measureCalm(pool: Pool, tally: Tally): Promise<number> {
  const took: number[] = [];
  for (let i = 0; i < 15; i++) took.push(await send(pool, tally));
  return median(took);
}

/** Sends at a pace of its own, whatever the answers. @returns how many were sent */
async function pour(pool: Pool, tally: Tally, perSecond: number, ms: number): Promise<number> {
  const startedAt = performance.now();
  let offered = 0;
  while (performance.now() - startedAt < ms) {
    const due = Math.floor(((performance.now() - startedAt) / 1_000) * perSecond);
    for (; offered < due && tally.underWay < mostUnderWay; offered++) void send(pool, tally);
    await wait(5);
  }
  return offered;
}

async function untilAnswered(tally: Tally): Promise<void> {
  const until = performance.now() + 60_000;
  while (tally.underWay > 0 && performance.now() < until) await wait(50);
}

function watch(startedAt: number, tally: Tally, apiPid: number, collectorPid: number) {
  const curve: FloodSample[] = [];
  let isOver = false;
  const look = async () => {
    while (!isOver) {
      const mb = await readGroups();
      const atMs = Math.round(performance.now() - startedAt);
      const { underWay } = tally;
      const [apiMb, collectorMb] = [mb.get(apiPid) ?? 0, mb.get(collectorPid) ?? 0];
      curve.push({ atMs, apiMb, collectorMb, underWay });
      await wait(500);
    }
  };
  const looking = look();
  return {
    stop: async () => {
      isOver = true;
      await looking;
      return curve;
    },
  };
}

/** Resident memory by process group, MB: each part leads one of its own. */
async function readGroups(): Promise<Map<number, number>> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pgid=,rss=']);
  const groups = new Map<number, number>();
  for (const line of stdout.trim().split('\n')) {
    const [group = 0, kb = 0] = line.trim().split(/\s+/).map(Number);
    groups.set(group, (groups.get(group) ?? 0) + kb / 1_024);
  }
  return groups;
}
