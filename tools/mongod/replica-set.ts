import { setTimeout as wait } from 'node:timers/promises';
import { MongoClient, MongoNetworkError, MongoServerError } from 'mongodb';

export const replicaSetName = 'trailgraph';
const primaryWithinMs = 30_000;

/**
 * Makes the mongod on this port the only member of a replica set, and waits until it takes writes. Data from an
 * earlier run may name another port: then the set is told the new one.
 */
export async function ensureReplicaSet(port: number): Promise<void> {
  const host = `127.0.0.1:${port}`;
  const until = performance.now() + primaryWithinMs;
  for (;;) {
    try {
      await setUp(host, until);
      return;
    } catch (error) {
      // A mongod that finds its place in the set drops its connections; what was done on one is known to the next.
      if (!(error instanceof MongoNetworkError) || performance.now() > until) throw error;
      await wait(100);
    }
  }
}

async function setUp(host: string, until: number): Promise<void> {
  const client = await MongoClient.connect(`mongodb://${host}/?directConnection=true`);
  try {
    await configure(client, host);
    await waitForPrimary(client, until);
  } finally {
    await client.close();
  }
}

async function configure(client: MongoClient, host: string): Promise<void> {
  const admin = client.db('admin');
  const members = [{ _id: 0, host }];
  try {
    await admin.command({ replSetInitiate: { _id: replicaSetName, members } });
  } catch (error) {
    if (!(error instanceof MongoServerError) || error.codeName !== 'AlreadyInitialized')
      throw error;
    const { config } = await admin.command({ replSetGetConfig: 1 });
    if (config.members.length === 1 && config.members[0].host === host) return;
    await admin.command({
      replSetReconfig: { ...config, version: config.version + 1, members },
      force: true,
    });
  }
}

async function waitForPrimary(client: MongoClient, until: number): Promise<void> {
  while (performance.now() < until) {
    const hello = await client.db('admin').command({ hello: 1 });
    if (hello.isWritablePrimary) return;
    await wait(30);
  }
  throw new Error(`mongod took no writes within ${primaryWithinMs / 1000} s.`);
}
