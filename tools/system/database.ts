import { join } from 'node:path';
import { findDataDir } from '../data-dir.ts';
import { noteDatabase } from '../database/running-database.ts';
import { findMongod } from '../mongod/find-mongod.ts';
import { findListeningMongod } from '../mongod/listening-mongod.ts';
import { startMongod } from '../mongod/start-mongod.ts';
import type { Progress } from '../progress/progress.ts';

export interface Database {
  readonly uri: string;
  /** For the banner: whose it is. */
  readonly origin: string;
  readonly stop: () => Promise<void>;
}

/** A port of its own, so that a MongoDB of somebody else keeps the usual one. Another is taken where it is in use. */
const usualPort = 27_018;

/**
 * The database: `MONGODB_URI`, else a replica set that listens on 27017, else one that is started here with its data
 * kept in `dataDir`.
 */
export async function openDatabase(
  given: string | undefined,
  dataDir: string,
  progress: Progress,
): Promise<Database> {
  const notOurs = async () => undefined;
  if (given) return { uri: given, origin: 'MONGODB_URI', stop: notOurs };
  const listening = await findListeningMongod();
  if (listening.kind === 'replicaSet') {
    return { uri: listening.uri, origin: 'the replica set on localhost:27017', stop: notOurs };
  }
  if (listening.kind === 'standalone') {
    progress.say(
      'The MongoDB on localhost:27017 is no replica set and is left alone; Trailgraph starts one of its own.',
    );
  }
  const dbPath = join(dataDir, 'mongo');
  const binary = await findMongod(findDataDir(), progress);
  const mongod = await startMongod({ binary, dbPath, port: usualPort });
  await noteDatabase(dataDir, mongod.uri);
  return { uri: mongod.uri, origin: `started here, data in ${dbPath}`, stop: mongod.stop };
}
