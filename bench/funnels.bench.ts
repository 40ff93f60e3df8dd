import process from 'node:process';
import { Binary, MongoClient } from 'mongodb';
import { findFunnel } from '../api/funnels/find-funnel.ts';
import { findPaths } from '../api/paths/find-paths.ts';
import { packSequence } from '../api/sequences/sequence.ts';
import { type SequenceDocument, sequences } from '../api/sequences/sequences-collection.ts';
import type { SiteDocument } from '../api/store/sites.ts';
import { startMongod } from '../tools/mongod/start-mongod.ts';
import { median } from './median.ts';

/** Prints what funnels and paths cost over a million page views, beside only reading their sequences, in the same run. */
const sessions = Number(process.argv[2] ?? 80_000);
const viewsEach = 12.5;
const rounds = 3;
const startedAt = Date.now() - 20 * 86_400_000;

let seed = 1;
const random = (below: number) => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((seed / 2 ** 32) * below);
};

function makeSequence(number: number): SequenceDocument {
  const start = startedAt + number * 15_000;
  const views = 1 + random(2 * viewsEach);
  const entries = Array.from({ length: views }, (_, i) => [
    { at: start + i * 20_000, name: `p/page/${'abcdefghijklmnopqrst'[random(20)]}` },
    { at: start + i * 20_000 + 5_000, name: `c/page\t["main > #b${random(10)}","button","b"]` },
  ]).flat();
  const { names, entries: packed } = packSequence(entries, start);
  return {
    site: 'bench',
    session: `session${String(number).padStart(9, '0')}`,
    visitor: `visitor${random(sessions * 0.8)}`,
    startedAt: new Date(start),
    device: number % 3 === 0 ? 'MOBILE' : 'DESKTOP',
    browser: 'Chrome',
    country: 'DE',
    referrer: null,
    names,
    entries: new Binary(packed),
  };
}

const mongod = await startMongod();
const client = await MongoClient.connect(mongod.uri);
const db = client.db('funnels-bench');
const collection = sequences.in(db);
await collection.createIndexes([...sequences.indexes]);
let entryBytes = 0;
for (let done = 0; done < sessions; done += 5_000) {
  const documents = Array.from({ length: 5_000 }, (_, i) => makeSequence(done + i));
  entryBytes += documents.reduce(
    (sum, { names, entries }) => sum + names.length + entries.length(),
    0,
  );
  await collection.insertMany(documents, { ordered: false });
}

const site = { site: 'bench', timeZone: 'UTC', routes: [] as string[] } as SiteDocument;
const today = Math.floor(Date.now() / 86_400_000);
const range = { fromDay: today - 30, toDay: today };
const steps = (count: number) =>
  [...'abcdefghij'].slice(0, count).map((page) => ({
    kind: 'page' as const,
    page: `/page/${page}`,
    subject: '',
  }));
const shared = {
  device: null,
  site,
  range,
  windowMinutes: 60,
  breakdown: 'DEVICE' as const,
};

const contestants: readonly { readonly name: string; readonly run: () => Promise<unknown> }[] = [
  {
    name: 'reading the sequences alone, as objects',
    run: () => collection.find({ site: 'bench' }).toArray(),
  },
  ...([2, 10] as const).flatMap((count) =>
    (['ORDERED', 'STRICT', 'ANY'] as const).map((order) => ({
      name: `funnel of ${count} steps, ${order}`,
      run: () => findFunnel(db, { ...shared, order, steps: steps(count) }),
    })),
  ),
  {
    name: 'paths from a page, 8 deep',
    run: () =>
      findPaths(db, {
        ...{ site, range, device: null, page: '/page/a' },
        ...{ direction: 'FROM', depth: 8, mostPages: 8 },
      }),
  },
];

interface Cost {
  readonly seconds: number;
  /** Of this process alone: with other work on the machine it says more. */
  readonly cpuSeconds: number;
}
const costs = new Map<string, Cost[]>();
for (let round = 0; round < rounds; round++) {
  for (const { name, run } of contestants) {
    // Answers are kept until something is committed: a part that counts up is a commit.
    await db.collection('parts').updateOne({ part: 0 }, { $inc: { writes: 1 } }, { upsert: true });
    const began = performance.now();
    const cpuBefore = process.cpuUsage();
    await run();
    const { user, system } = process.cpuUsage(cpuBefore);
    const cost = {
      seconds: (performance.now() - began) / 1_000,
      cpuSeconds: (user + system) / 1e6,
    };
    costs.set(name, [...(costs.get(name) ?? []), cost]);
  }
}
const medianOf = (all: readonly Cost[], what: keyof Cost) => median(all.map((cost) => cost[what]));
const [baseline = 1] = [...costs.values()].map((all) => medianOf(all, 'seconds'));
process.stdout.write(
  `${(sessions * (viewsEach + 0.5)).toLocaleString('en')} page views, as many clicks, ${sessions.toLocaleString('en')} sessions; ${Math.round(entryBytes / sessions)} bytes a session\n`,
);
// biome-ignore lint/suspicious/noConsole: a benchmark prints its figures.
console.table(
  [...costs].map(([name, all]) => ({
    what: name,
    seconds: Number(medianOf(all, 'seconds').toFixed(2)),
    'CPU seconds': Number(medianOf(all, 'cpuSeconds').toFixed(2)),
    'times reading': Number((medianOf(all, 'seconds') / baseline).toFixed(2)),
  })),
);
await client.close();
await mongod.stop();
