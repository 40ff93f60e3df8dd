import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Db, MongoClient } from 'mongodb';
import { repoPath } from '../tools/data-dir.ts';
import { startMongod } from '../tools/mongod/start-mongod.ts';
import type { ApiPartOptions } from '../tools/system/api-process.ts';
import { type PartProcess, startPartProcess } from '../tools/system/part-process.ts';

/** A mongod of its own with API processes on it, for a benchmark. */
export interface BenchSystem {
  readonly apis: readonly PartProcess[];
  /** The API's database. */
  readonly db: Db;
  readonly client: MongoClient;
  readonly mongodbUri: string;
  readonly secret: string;
  readonly token: string;
  readonly stop: () => Promise<void>;
}

const secret = 'bench-ingest';
const token = 'bench-owner-token';

/**
 * @param dbPath where the database is kept; without it, it is thrown away at `stop`
 * @param size how much its API processes take in, unless it is the usual
 */
export async function startBenchSystem(
  sites: readonly string[],
  processes: number,
  dbPath?: string,
  size: Pick<ApiPartOptions, 'ingestThreads' | 'commitLimits'> = {},
): Promise<BenchSystem> {
  const folder = await mkdtemp(join(tmpdir(), 'trailgraph-bench-'));
  const mongod = await startMongod(dbPath ? { dbPath } : {});
  const client = await MongoClient.connect(mongod.uri);
  const options: ApiPartOptions = {
    port: 0,
    mongodbUri: mongod.uri,
    ingestSecret: secret,
    ownerToken: token,
    localMode: false,
    allowedOrigins: [],
    ...size,
    sites: sites.map((siteId) => ({ siteId, name: siteId, timeZone: 'UTC' })),
  };
  const start = (number: number) =>
    startPartProcess({
      entry: repoPath('tools/system/api-process.ts'),
      options: Promise.resolve(options),
      logFile: join(folder, `api-${number}.log`),
    });
  const apis = await Promise.all(Array.from({ length: processes }, (_, i) => start(i)));
  return {
    apis,
    db: client.db('trailgraph'),
    client,
    mongodbUri: mongod.uri,
    secret,
    token,
    stop: async () => {
      await Promise.all(apis.map((api) => api.stop()));
      await client.close();
      await mongod.stop();
      await rm(folder, { recursive: true });
    },
  };
}
