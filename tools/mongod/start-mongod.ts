import { mkdir } from 'node:fs/promises';
import { MongoMemoryServer } from 'mongodb-memory-server-core';
import { UserProblem } from '../user-problem.ts';
import { findDataOwner } from './data-owner.ts';
import { findMongod } from './find-mongod.ts';
import { ensureReplicaSet, replicaSetName } from './replica-set.ts';

export interface RunningMongod {
  readonly uri: string;
  readonly stop: () => Promise<void>;
}

export interface MongodOptions {
  /** Where the data is kept; without it the data is thrown away at `stop`. */
  readonly dbPath?: string;
  /** A free one is taken where this is left out or in use. */
  readonly port?: number;
  readonly binary?: string;
}

/**
 * Starts a one-node replica set on loopback. A small process beside it ends it should this one be killed.
 *
 * @throws UserProblem where no mongod can be had, or another one uses the same data
 */
export async function startMongod(options: MongodOptions = {}): Promise<RunningMongod> {
  const binary = options.binary ?? (await findMongod());
  // We checked the binary ourselves; the library would only remark that it is not its default version.
  process.env.MONGOMS_SYSTEM_BINARY_VERSION_CHECK = 'false';
  const server = await launch(binary, options);
  const port = server.instanceInfo?.port;
  if (!port) throw new Error('mongod did not say its port.');
  const stop = async () => {
    await server.stop({ doCleanup: !options.dbPath });
  };
  try {
    await ensureReplicaSet(port);
  } catch (error) {
    await stop();
    throw error;
  }
  return { uri: `mongodb://127.0.0.1:${port}/?replicaSet=${replicaSetName}`, stop };
}

async function launch(binary: string, options: MongodOptions): Promise<MongoMemoryServer> {
  const { dbPath, port } = options;
  if (dbPath) await prepareFolder(dbPath);
  try {
    return await withoutWarnings(() =>
      MongoMemoryServer.create({
        binary: { systemBinary: binary, checkMD5: false },
        instance: {
          ip: '127.0.0.1',
          replSet: replicaSetName,
          storageEngine: 'wiredTiger',
          // A laptop's memory is for its owner: mongod would take half of it. A recovery after a crash may take a while.
          args: ['--nounixsocket', '--wiredTigerCacheSizeGB', '1'],
          launchTimeout: 60_000,
          ...(port ? { port } : {}),
          ...(dbPath ? { dbPath } : {}),
        },
        // Out of the terminal's process group: Ctrl-C must reach the API before it reaches the database.
        spawn: { detached: true },
      }),
    );
  } catch (error) {
    throw explain(error, dbPath);
  }
}

/** Makes the folder, and refuses one that a running mongod has open. */
async function prepareFolder(dbPath: string): Promise<void> {
  await mkdir(dbPath, { recursive: true });
  const owner = await findDataOwner(dbPath);
  if (owner === null) return;
  throw new UserProblem(
    `Another Trailgraph is using the data in ${dbPath} (mongod is process ${owner}): stop it first, or set TRAILGRAPH_DATA to another folder.`,
  );
}

/** The library prints a failed start at length; the caller gets it as an error, and says it in one sentence. */
async function withoutWarnings<T>(work: () => Promise<T>): Promise<T> {
  const own = console;
  const warn = own.warn;
  own.warn = () => undefined;
  try {
    return await work();
  } finally {
    own.warn = warn;
  }
}

function explain(error: unknown, dbPath: string | undefined): unknown {
  const said = String(error);
  if (
    /IncompatibleServerVersion|featureCompatibility|UPGRADE PROBLEM|Wiredtiger.*version/i.test(said)
  ) {
    return new UserProblem(
      `The data in ${dbPath} was written by another version of MongoDB: use that version, or set TRAILGRAPH_DATA to another folder.`,
    );
  }
  return error;
}
