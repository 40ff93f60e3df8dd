import { BSON, type Db, MaxKey, MinKey } from 'mongodb';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { collections, counterCollections } from '../../api/store/collections.ts';
import { openStore, type Store } from '../../api/store/open-store.ts';
import { emptyDatabase } from '../../api/testing/start-test-api.ts';
import { planSharding, type Step } from './plan.ts';
import { shardCluster } from './shard-cluster.ts';

const plan = (zones = {}) =>
  planSharding('trailgraph', collections, { shards: [], sites: [], ...zones });
const sharded = collections.filter(({ shardKey }) => shardKey !== null);
let store: Store;

beforeAll(async () => {
  store = await openStore(await emptyDatabase(inject('mongodbUri'), 'shard-test'));
});

afterAll(() => store.close());

test('every collection that is divided begins its key and its indexes with the site', async () => {
  expect(sharded.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['batches', 'views', 'events', 'sessions', 'heat', 'visitorDays']),
  );
  for (const { name, shardKey } of sharded) {
    const key = Object.keys(shardKey ?? {});
    expect([name, key[0]]).toEqual([name, 'site']);
    const indexes = (await store.db.collection(name).indexes()).filter((i) => i.name !== '_id_');
    // MongoDB divides by an index that begins with the key, and every unique index has to.
    const begins = indexes.filter((index) => {
      const fields = Object.keys(index.key).slice(0, key.length);
      return JSON.stringify(fields) === JSON.stringify(key);
    });
    expect([name, begins.length > 0]).toEqual([name, true]);
    expect([name, indexes.filter((i) => i.unique && !begins.includes(i))]).toEqual([name, []]);
    expect([name, indexes.filter((i) => Object.keys(i.key)[0] !== 'site')]).toEqual([name, []]);
  }
});

test('what is not divided is small: settings, leases, tombstones, refusals', () => {
  const whole = collections.filter(({ shardKey }) => shardKey === null).map(({ name }) => name);
  expect(whole).toEqual(
    expect.arrayContaining(['sites', 'tokens', 'parts', 'jobs', 'tombstones', 'deadLetters']),
  );
  const counters = counterCollections.map(({ name }) => name);
  expect(whole.filter((name) => counters.includes(name))).toEqual([]);
});

test('a zone holds all of a site, in every divided collection, before it is divided', () => {
  const steps = plan({
    shards: [{ shard: 'shard-eu', zone: 'EU' }],
    sites: [{ site: 'shop', zone: 'EU' }],
  });
  const kinds = steps.map(({ command }) => Object.keys(command)[0]);
  expect(kinds).toEqual([
    'enableSharding',
    'addShardToZone',
    ...sharded.map(() => 'updateZoneKeyRange'),
    ...sharded.map(() => 'shardCollection'),
  ]);
  const range = steps.find(({ command }) => command['updateZoneKeyRange'] === 'trailgraph.batches');
  expect(BSON.EJSON.deserialize(range?.command ?? {})).toEqual({
    updateZoneKeyRange: 'trailgraph.batches',
    min: { site: 'shop', session: new MinKey() },
    max: { site: 'shop', session: new MaxKey() },
    zone: 'EU',
  });
  expect(steps.every(({ why }) => why.length > 20)).toBe(true);
});

test('a replica set is refused with a sentence, and nothing is changed', async () => {
  const steps: Step[] = [];
  await expect(shardCluster(store.db, plan(), (step) => steps.push(step))).rejects.toThrow(
    /leads to the replica set ".+", not to a sharded cluster.+--dry-run/,
  );
  expect(steps).toEqual([]);
});

/** Answers as a mongos does; the machine has none. */
function makeCluster(known: Readonly<Record<string, unknown>>) {
  const commands: Record<string, unknown>[] = [];
  const db = {
    admin: () => ({ command: async () => ({ msg: 'isdbgrid' }) }),
    client: {
      db: () => ({
        command: async (command: Record<string, unknown>) => commands.push(command),
        collection: () => ({
          findOne: async ({ _id }: { _id: string }) => (known[_id] ? { key: known[_id] } : null),
        }),
      }),
    },
  };
  return { db: db as unknown as Db, commands };
}

test('on a cluster each step is taken once: what is divided already is passed over', async () => {
  const { db, commands } = makeCluster({ 'trailgraph.batches': { site: 1, session: 1 } });
  await shardCluster(db, plan(), () => undefined);
  expect(commands[0]).toEqual({ enableSharding: 'trailgraph' });
  const divided = commands.map((command) => command['shardCollection']);
  expect(divided).not.toContain('trailgraph.batches');
  expect(divided).toContain('trailgraph.sessions');
});

test('a collection that is divided by another key is told of', async () => {
  const { db } = makeCluster({ 'trailgraph.batches': { _id: 'hashed' } });
  await expect(shardCluster(db, plan(), () => undefined)).rejects.toThrow(/reshardCollection/);
});
