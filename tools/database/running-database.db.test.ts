import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ListeningMongod } from '../mongod/listening-mongod.ts';
import { startMongod } from '../mongod/start-mongod.ts';
import { findRunningDatabase, noteDatabase } from './running-database.ts';
import { withDatabase } from './with-database.ts';

let dataDir: string;
const nothing = async (): Promise<ListeningMongod> => ({ kind: 'none' });

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'trailgraph-running-'));
});

afterEach(() => rm(dataDir, { recursive: true }));

test('what the environment names comes first, then the replica set that listens', async () => {
  const env = { MONGODB_URI: 'mongodb://named/' };
  expect(await findRunningDatabase(dataDir, env, nothing)).toBe('mongodb://named/');
  const listening = async (): Promise<ListeningMongod> => ({ kind: 'replicaSet', uri: 'there' });
  expect(await findRunningDatabase(dataDir, {}, listening)).toBe('there');
});

test('else it is the one that runs on this data, for as long as it runs', async () => {
  const mongod = await startMongod({ dbPath: join(dataDir, 'mongo') });
  expect(await findRunningDatabase(dataDir, {}, nothing)).toBeUndefined();
  await noteDatabase(dataDir, mongod.uri);
  expect(await findRunningDatabase(dataDir, {}, nothing)).toBe(mongod.uri);
  await mongod.stop();
  expect(await findRunningDatabase(dataDir, {}, nothing)).toBeUndefined();
});

test('a command without a database, or with one that does not answer, says so in a sentence', async () => {
  await expect(withDatabase(undefined, nothing)).rejects.toThrow(/Say which database/);
  const nowhere = 'mongodb://127.0.0.1:9/?serverSelectionTimeoutMS=200';
  await expect(withDatabase(nowhere, nothing)).rejects.toThrow(/No MongoDB to write to answers/);
});
