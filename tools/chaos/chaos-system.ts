import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { repoPath } from '../data-dir.ts';
import type { ApiPartOptions } from '../system/api-process.ts';
import type { CollectorPartOptions } from '../system/collector-process.ts';
import { type PartProcess, startPartProcess } from '../system/part-process.ts';
import { makeAsk } from './ask.ts';
import { type Kept, keepRunning, type Life } from './keep-running.ts';
import { type Network, startNetwork } from './network.ts';
import type { Ask } from './numbers.ts';
import { type ReplicaSet, startReplicaSet } from './replica-set.ts';

export type Forward = 'direct' | 'queue';

/** A process of ours that can be killed, and where it answers. */
export type KeptPart = Kept<Life & { readonly url: string }>;

/** A whole system made to be broken: every process is real, and every connection passes through a network that can fail. */
export interface ChaosSystem {
  readonly database: ReplicaSet;
  readonly apis: readonly KeptPart[];
  readonly collectors: Readonly<Record<Forward, KeptPart>>;
  /** Between visitors and each collector. */
  readonly edges: Readonly<Record<Forward, Network>>;
  /** Between the collectors and the API. */
  readonly backbone: Network;
  readonly replaySecret: string;
  /** Asks any API process that is up. */
  readonly ask: Ask;
  /** Resolves once everything is up and answers. */
  readonly healthy: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

export interface ChaosSettings {
  /** Data and logs go there; they are left there. */
  readonly folder: string;
  readonly mongodBinary: string;
  readonly members: number;
  readonly apis: number;
  readonly forwards: readonly Forward[];
  /** Made at the start, so that no collector can have asked for them too early. */
  readonly sites: readonly string[];
  readonly random: (below: number) => number;
}

const secrets = { ingest: 'chaos-ingest', replay: 'chaos-replay', owner: 'chaos-owner-token' };

export async function startChaosSystem(settings: ChaosSettings): Promise<ChaosSystem> {
  const { folder, mongodBinary, members, random, sites } = settings;
  await mkdir(join(folder, 'log'), { recursive: true });
  const database = await startReplicaSet(mongodBinary, join(folder, 'mongo'), members);
  const apis = Array.from({ length: settings.apis }, (_, i) =>
    keepPart(join(folder, 'log', `api-${i}`), 'api', apiOptions(database.uri, sites)),
  );
  const liveApis = () => apis.flatMap((api) => api.current()?.url ?? []);
  const backbone = await startNetwork(liveApis, random);
  const start = async (forward: Forward) => {
    const options = collectorOptions(backbone.url, forward);
    const collector = keepPart(join(folder, 'log', `collector-${forward}`), 'collector', options);
    const edge = await startNetwork(() => [collector.current()?.url ?? []].flat(), random);
    return { collector, edge };
  };
  const direct = await start('direct');
  const queue = settings.forwards.includes('queue') ? await start('queue') : direct;
  const parts = [...apis, direct.collector, queue.collector];
  const networks = new Set([direct.edge, queue.edge, backbone]);
  const ask = makeAsk(() => liveApis()[0], secrets.owner);
  return {
    database,
    apis,
    collectors: { direct: direct.collector, queue: queue.collector },
    edges: { direct: direct.edge, queue: queue.edge },
    backbone,
    replaySecret: secrets.replay,
    ask,
    healthy: async () => {
      await database.healthy();
      await untilAnswered(parts);
    },
    stop: async () => {
      await Promise.all([...new Set(parts)].map((part) => part.stop()));
      await Promise.all([...networks].map((network) => network.stop()));
      await database.stop();
    },
  };
}

function apiOptions(mongodbUri: string, sites: readonly string[]): ApiPartOptions {
  return {
    port: 0,
    mongodbUri,
    ingestSecret: secrets.ingest,
    ownerToken: secrets.owner,
    localMode: false,
    allowedOrigins: [],
    sites: sites.map((siteId) => ({ siteId, name: siteId, timeZone: 'UTC' })),
  };
}

function collectorOptions(apiUrl: string, forward: Forward): CollectorPartOptions {
  return {
    port: 0,
    apiUrl,
    ingestSecret: secrets.ingest,
    replaySecret: secrets.replay,
    forward,
    queue: { maxBatchSeconds: 1, retrySeconds: 1, maxRetries: 100 },
  };
}

/** Each of its lives has a log of its own. */
function keepPart(logName: string, part: 'api' | 'collector', options: object): KeptPart {
  const entry = repoPath(`tools/system/${part}-process.ts`);
  let lives = 0;
  return keepRunning(async () => {
    const logFile = `${logName}-${++lives}.log`;
    const started = await startPartProcess({ entry, options: Promise.resolve(options), logFile });
    return { url: started.url, ended: started.ended, kill: () => killGroup(started) };
  });
}

/** The part leads a process group of its own: workerd, which the collector started, dies with it. */
function killGroup({ pid }: PartProcess): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

const answersWithinMs = 90_000;

async function untilAnswered(parts: readonly KeptPart[]): Promise<void> {
  const until = performance.now() + answersWithinMs;
  for (const part of parts) {
    while (!(await isWell(part.current()?.url))) {
      if (performance.now() > until) throw new Error('A part did not come back.');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

async function isWell(url: string | undefined): Promise<boolean> {
  if (url === undefined) return false;
  return fetch(`${url}/health`, { signal: AbortSignal.timeout(5_000) }).then(
    ({ ok }) => ok,
    () => false,
  );
}
