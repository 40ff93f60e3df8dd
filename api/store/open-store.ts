import { type Db, MongoClient } from 'mongodb';
import { collections } from './collections.ts';

export interface Store {
  readonly client: MongoClient;
  /** By which MongoDB knows the connections. */
  readonly appName: string;
  readonly db: Db;
  /** Whether the address leads to a sharded cluster. */
  readonly sharded: boolean;
  readonly close: () => Promise<void>;
}

const appName = 'trailgraph';

/** Connects, and makes collections and indexes that are not there yet. */
export async function openStore(mongodbUri: string): Promise<Store> {
  const store = await connectStore(mongodbUri);
  await applyDeclarations(store.db);
  return store;
}

/** Connects to a database that has its collections. Its name is the URI's, or `trailgraph`. */
export async function connectStore(mongodbUri: string): Promise<Store> {
  const client = new MongoClient(mongodbUri, {
    ignoreUndefined: true,
    writeConcern: { w: 'majority', journal: true },
    readConcern: { level: 'majority' },
    appName,
    maxPoolSize: 50,
  });
  await client.connect();
  const db = client.db(hasDatabaseName(mongodbUri) ? undefined : 'trailgraph');
  const sharded = (await db.command({ hello: 1 }))['msg'] === 'isdbgrid';
  return { client, appName, db, sharded, close: () => client.close() };
}

function hasDatabaseName(mongodbUri: string): boolean {
  return /^mongodb(\+srv)?:\/\/[^/]+\/[^?]+/.test(mongodbUri);
}

/** Collections first: inside a transaction they could only be made slowly, or not at all. */
async function applyDeclarations(db: Db): Promise<void> {
  const names = await db.listCollections({}, { nameOnly: true }).toArray();
  const existing = new Set(names.map(({ name }) => name));
  await Promise.all(
    collections.map(async ({ name, indexes }) => {
      if (!existing.has(name)) await createUnlessThere(db, name);
      if (indexes.length > 0) await db.collection(name).createIndexes([...indexes]);
    }),
  );
}

/** zstd packs closer than the usual snappy: most of this is written once, and read in blocks. */
const compressed = 'block_compressor=zstd';

/** Another process may be starting at the same moment. */
async function createUnlessThere(db: Db, name: string): Promise<void> {
  try {
    await db.createCollection(name, {
      storageEngine: { wiredTiger: { configString: compressed } },
    });
  } catch (error) {
    const namespaceExists = 48;
    if ((error as { code?: unknown }).code !== namespaceExists) throw error;
  }
}
