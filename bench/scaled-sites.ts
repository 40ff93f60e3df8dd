import type { Db, Document } from 'mongodb';
import { compactHeat } from '../api/heatmap/compact.ts';
import { collections, counterCollections } from '../api/store/collections.ts';
import { openStore } from '../api/store/open-store.ts';
import { sites } from '../api/store/sites.ts';
import type { BenchSystem } from './bench-system.ts';
import { handOver } from './hand-over.ts';
import { findKept, keep, type ScaledSite, type Wanted } from './kept-sites.ts';
import { type BenchBatch, makeTraffic } from './visit-batches.ts';

export const days = 30;
const dayMs = 86_400_000;
const baseBatches = 80;
/** The model's sessions begin within this time; copies follow one another, so that any stretch of a list is as mixed. */
const modelMs = 20_000;
const model = 'model';
/** What is not copied: it belongs to no traffic. */
const apart = new Set(['sites', 'tokens', 'parts', 'deadLetters', 'tombstones']);

/**
 * One day of traffic (80 batches) goes through the API, and so through all of the real ingest code. Each site then gets copies
 * of what that left behind, made inside MongoDB: per copy, sessions, visitors, views, events, hovers … under ids of their own,
 * moved by whole days and, within the hour, one after another; shared counters with `day` moved and every sum times the copies of
 * that day. As copied visitors appear on one day only, that is exactly what ingesting the copies would have counted.
 */
export async function makeScaledSites(
  system: BenchSystem,
  wanted: Wanted['wanted'],
  only: Wanted['only'],
): Promise<readonly ScaledSite[]> {
  const kept = await findKept(system.client, { wanted, only });
  if (kept) return kept;
  const eventsPerCopy = await recordModel(system);
  const scaled: ScaledSite[] = [];
  for (const { site, events } of wanted) {
    const copiesPerDay = Math.max(1, Math.round(events / days / eventsPerCopy));
    await copyShared(system.db, site, copiesPerDay);
    if (only === 'everything') await copyOwned(system.db, site, copiesPerDay);
    scaled.push({ site, copiesPerDay, events: eventsPerCopy * copiesPerDay * days });
  }
  await packClosedDays(
    system,
    wanted.map(({ site }) => site),
  );
  await keep(system.client, { wanted, only }, scaled);
  return scaled;
}

/** The sites' names, for `startBenchSystem`: the model's among them. */
export function sitesToMake(names: readonly string[]): string[] {
  return [model, ...names];
}

async function recordModel({ apis, secret }: BenchSystem): Promise<number> {
  const firstDay = Math.floor(Date.now() / dayMs) - days + 1;
  const source = makeTraffic({
    ...{ site: model, visitors: 8, batchesPerView: 5, viewsPerSession: 2, pages: 6 },
    startedAt: firstDay * dayMs + 10 * 3_600_000,
    withEvents: true,
  });
  const batches = Array.from({ length: baseBatches }, () => source.next().value as BenchBatch);
  const statuses = await handOver(apis[0]?.url ?? '', secret, batches);
  if (statuses.some((status) => status !== 'ACCEPTED')) throw new Error(statuses.join());
  return batches.reduce((sum, { samples, events }) => sum + samples + events, 0);
}

async function copyShared(db: Db, site: string, copies: number): Promise<void> {
  const timesCopies = {
    $arrayToObject: {
      $map: {
        input: { $objectToArray: '$sums' },
        in: { k: '$$this.k', v: { $multiply: ['$$this.v', copies] } },
      },
    },
  };
  const shared = counterCollections.filter(({ owned }) => !owned);
  for (const { name } of shared)
    await copy(db, name, site, [
      {
        $set: {
          day: { $add: ['$day', '$shift'] },
          key: suffixed('$key', '$shift'),
          sums: timesCopies,
        },
      },
    ]);
}

/** Documents of one session or visitor: a new one for each copy. */
async function copyOwned(db: Db, site: string, copies: number): Promise<void> {
  const shared = new Set(counterCollections.filter(({ owned }) => !owned).map(({ name }) => name));
  for (const { name } of collections) {
    if (!apart.has(name) && !shared.has(name)) await copyEach(db, name, site, copies);
  }
}

async function copyEach(db: Db, name: string, site: string, copies: number): Promise<void> {
  const movedMs = {
    $add: [{ $multiply: ['$shift', dayMs] }, { $multiply: ['$copy', modelMs] }],
  };
  const moved = (field: string) => ({ $add: [`$${field}`, movedMs] });
  const tag = { $concat: ['-', { $toString: '$shift' }, '-', { $toString: '$copy' }] };
  const renamed = (field: string) => ({ $concat: [`$${field}`, tag] });
  const known = await db.collection(name).findOne({ site: model });
  if (!known) return;
  const names = ['session', 'visitor', 'view', 'key'].filter((field) => field in known);
  const dates = Object.keys(known).filter((field) => known[field] instanceof Date);
  const set: Document = Object.fromEntries([
    ...names.map((field) => [field, renamed(field)]),
    ...dates.map((field) => [field, moved(field)]),
    ...('day' in known ? [['day', { $add: ['$day', '$shift'] }]] : []),
    ...(known.dated ? [['dated.startedAt', moved('dated.startedAt')]] : []),
  ]);
  await copy(db, name, site, [
    { $set: { copy: { $range: [0, copies] } } },
    { $unwind: '$copy' },
    { $set: set },
    { $unset: 'copy' },
  ]);
}

function suffixed(field: string, by: string): Document {
  return { $concat: [field, '#', { $toString: by }] };
}

/** Day by day, as they would have come: what is of one time lies together on the disk. */
async function copy(db: Db, name: string, site: string, steps: Document[]): Promise<void> {
  for (let shift = 0; shift < days; shift++) {
    const stages = [
      { $match: { site: model } },
      { $set: { shift } },
      ...steps,
      { $set: { site } },
      { $unset: ['_id', 'shift'] },
      { $merge: { into: name, on: '_id', whenMatched: 'fail', whenNotMatched: 'insert' } },
    ];
    await db
      .collection(name)
      .aggregate(stages, { writeConcern: { w: 1 } })
      .toArray();
  }
}

/** As the API does every hour. */
async function packClosedDays(
  { mongodbUri }: BenchSystem,
  names: readonly string[],
): Promise<void> {
  const store = await openStore(mongodbUri);
  for (const name of names) {
    const site = await sites.in(store.db).findOne({ site: name });
    if (site) await compactHeat(store, site, Date.now(), new AbortController().signal);
  }
  await store.close();
}
