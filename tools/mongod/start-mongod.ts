import { MongoMemoryReplSet } from 'mongodb-memory-server-core';
import { findMongod } from './find-mongod.ts';

export interface RunningMongod {
  readonly uri: string;
  readonly stop: () => Promise<void>;
}

/** Starts a one-node replica set on loopback. With `dbPath` its data is kept, otherwise thrown away at `stop`. */
export async function startMongod(
  options: { readonly dbPath?: string; readonly port?: number } = {},
): Promise<RunningMongod> {
  const binary = await findMongod();
  const { dbPath, port } = options;
  const set = await MongoMemoryReplSet.create({
    binary: { systemBinary: binary, checkMD5: false },
    instanceOpts: [
      { ...(port ? { port } : {}), ...(dbPath ? { dbPath } : {}), storageEngine: 'wiredTiger' },
    ],
    replSet: { name: 'trailgraph', count: 1, ip: '127.0.0.1', storageEngine: 'wiredTiger' },
  });
  return {
    uri: set.getUri(),
    stop: async () => {
      await set.stop({ doCleanup: !dbPath });
    },
  };
}
