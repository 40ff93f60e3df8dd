import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMongod } from '../mongod/start-mongod.ts';
import { type Connection, findConnection } from '../replay/connection.ts';
import { startSystem } from '../system/start-system.ts';

export interface OpenConnection extends Connection {
  readonly close: () => Promise<void>;
}

/**
 * The system that `TRAILGRAPH_COLLECTOR` and `TRAILGRAPH_API` name; without them one of its own on free ports, whose data is
 * thrown away at the end.
 */
export async function openConnection(env: NodeJS.ProcessEnv): Promise<OpenConnection> {
  if (env.TRAILGRAPH_COLLECTOR || env.TRAILGRAPH_API) {
    return { ...(await findConnection({}, env)), close: () => Promise.resolve() };
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'trailgraph-check-'));
  const mongod = await startMongod();
  const system = await startSystem({ dataDir, mongodbUri: mongod.uri });
  return {
    collectorUrl: `${system.urls.collector}/v1/batches`,
    apiUrl: `${system.urls.api}/graphql`,
    replaySecret: system.replaySecret,
    ownerToken: system.ownerToken,
    close: async () => {
      await system.stop();
      await mongod.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
