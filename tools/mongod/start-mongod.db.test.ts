import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { MongoMemoryServer } from 'mongodb-memory-server-core';
import { expect, onTestFinished, test } from 'vitest';
import { findMongod } from './find-mongod.ts';
import { findListeningMongod } from './listening-mongod.ts';
import { startMongod } from './start-mongod.ts';

async function withClient<T>(uri: string, work: (client: MongoClient) => Promise<T>): Promise<T> {
  const client = await MongoClient.connect(uri);
  try {
    return await work(client);
  } finally {
    await client.close();
  }
}

const portOf = (uri: string) => Number(new URL(uri).port);

test('data and replica set survive a stop, also when the port is another one', async () => {
  const dbPath = await mkdtemp(join(tmpdir(), 'trailgraph-mongod-'));
  onTestFinished(() => rm(dbPath, { recursive: true }));
  const first = await startMongod({ dbPath });
  await withClient(first.uri, (client) =>
    client.db('kept').collection<{ _id: string }>('notes').insertOne({ _id: 'here' }),
  );
  // Data that a running mongod has open is refused with a sentence.
  await expect(startMongod({ dbPath })).rejects.toThrow('Another Trailgraph is using the data');
  await first.stop();

  const second = await startMongod({ dbPath });
  onTestFinished(second.stop);
  expect(portOf(second.uri)).not.toBe(portOf(first.uri));
  const found = await withClient(second.uri, (client) =>
    // A transaction, and with it a primary: a replica set and not just a server.
    client.withSession((session) =>
      session.withTransaction(() =>
        client.db('kept').collection<{ _id: string }>('notes').findOne({}, { session }),
      ),
    ),
  );
  expect(found).toEqual({ _id: 'here' });
});

test('what listens is told apart: a replica set, a standalone, nobody', async () => {
  const set = await startMongod();
  onTestFinished(set.stop);
  const listening = await findListeningMongod(portOf(set.uri));
  expect(listening).toEqual({ kind: 'replicaSet', uri: set.uri });

  const alone = await MongoMemoryServer.create({
    binary: { systemBinary: await findMongod() },
    instance: { ip: '127.0.0.1', storageEngine: 'wiredTiger' },
  });
  onTestFinished(() => void alone.stop());
  const { port = 0 } = alone.instanceInfo ?? {};
  expect(await findListeningMongod(port)).toEqual({ kind: 'standalone' });
  await alone.stop();
  expect(await findListeningMongod(port)).toEqual({ kind: 'none' });
});
