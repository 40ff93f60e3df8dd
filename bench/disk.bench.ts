import type { Db } from 'mongodb';
import { startBenchSystem } from './bench-system.ts';
import { handOver } from './hand-over.ts';
import { makePlainDesign } from './plain-design.ts';
import { type BenchBatch, makeTraffic } from './visit-batches.ts';

/**
 * Prints how many bytes of disk 1,000 movement samples take, indexes and everything derived included, beside the plain design: the
 * same batches on the same mongod. Each visitor stays for 30 batches of 40 samples. There are a million of them, as a file's size
 * holds what the last checkpoint has replaced as well: of a quarter of that it was 1/6 in one run and 1/9 in the next.
 *
 * Argument: batches.
 */
const batchCount = Number(process.argv[2] ?? 24_000);
const site = 'disk';

const system = await startBenchSystem([site], 1);
const settings = { visitors: 100, batchesPerView: 10, viewsPerSession: 3, pages: 10 };
const startedAt = Date.now() - 3_600_000;
const source = makeTraffic({ site, startedAt, withEvents: false, ...settings });
const plainDb = system.client.db('plain');
const plain = await makePlainDesign(plainDb);
const before = { ours: await measure(system.db), plain: await measure(plainDb) };
let samples = 0;
for (let taken = 0; taken < batchCount; taken += 100) {
  const batches = Array.from({ length: 100 }, () => source.next().value as BenchBatch);
  const statuses = await handOver(system.apis[0]?.url ?? '', system.secret, batches);
  if (statuses.some((status) => status !== 'ACCEPTED')) throw new Error(statuses.join());
  for (const { packed, receivedAt } of batches) await plain.take(packed, receivedAt);
  samples += batches.reduce((sum, batch) => sum + batch.samples, 0);
}
// What is measured are files: all that was written has to be in them.
await system.client.db('admin').command({ fsync: 1 });
const per1000 = (bytes: number) => Math.round((bytes / samples) * 1_000);
const plainBytes = per1000((await measure(plainDb)) - before.plain);
const ourBytes = per1000((await measure(system.db)) - before.ours);
const rows = [
  { design: 'plain design', 'bytes per 1,000 samples': plainBytes, share: '1', goal: '' },
  {
    design: 'Trailgraph',
    'bytes per 1,000 samples': ourBytes,
    share: `1/${(plainBytes / ourBytes).toFixed(1)}`,
    goal: '≤ 1/8',
  },
];
// biome-ignore lint/suspicious/noConsole: a benchmark prints its figures.
console.table(rows);
const largest = (await sizes(system.db)).toSorted((a, b) => b.bytes - a.bytes).slice(0, 6);
// biome-ignore lint/suspicious/noConsole: and where ours goes.
console.table(largest);
await system.stop();

async function measure(db: Db): Promise<number> {
  return (await sizes(db)).reduce((sum, { bytes }) => sum + bytes, 0);
}

async function sizes(db: Db): Promise<{ name: string; bytes: number; indexes: number }[]> {
  const names = await db.listCollections({}, { nameOnly: true }).toArray();
  return await Promise.all(
    names.map(async ({ name }) => {
      const [stats] = await db
        .collection(name)
        .aggregate<{ storageStats: { storageSize: number; totalIndexSize: number } }>([
          { $collStats: { storageStats: {} } },
        ])
        .toArray();
      const { storageSize = 0, totalIndexSize = 0 } = stats?.storageStats ?? {};
      return { name, bytes: storageSize + totalIndexSize, indexes: totalIndexSize };
    }),
  );
}
