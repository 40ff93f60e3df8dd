import type { Binary, Db, Document } from 'mongodb';
import { readPacked } from '../heatmap/packing.ts';
import { readViews } from '../ingest/read-views.ts';
import { sequences } from '../sequences/sequences-collection.ts';
import { batches } from '../store/batches.ts';
import { counterCollections } from '../store/collections.ts';
import { events } from '../store/events.ts';
import { sessions } from '../store/sessions.ts';
import { sites } from '../store/sites.ts';
import { views } from '../store/views.ts';

/** What is not derived from batches, but from how they came. */
const incidental = { _id: 0, version: 0, generation: 0 };

/**
 * Everything that is derived from stored batches, in a form that two databases, or two moments, can be compared by: in order,
 * counters with their parts added up and without zeros, and nothing of how often or in which order batches came.
 */
export async function readDerived(db: Db): Promise<Record<string, unknown>> {
  const sorted = async (name: string, key: readonly string[], hidden: Document = {}) =>
    db
      .collection(name)
      .find({}, { projection: { ...incidental, ...hidden } })
      .sort(Object.fromEntries(key.map((field) => [field, 1])))
      .toArray();
  const identity = ['site', 'session', 'view'];
  const counters = counterCollections.map(async ({ name }) => [name, await readCounters(db, name)]);
  return {
    batches: await sorted(batches.name, [...identity, 'seq'], { body: 0, receivedAt: 0 }),
    views: await readAllViews(db),
    sessions: await sorted(sessions.name, identity),
    events: await sorted(events.name, [...identity, 'key']),
    sequences: await sorted(sequences.name, identity),
    ...Object.fromEntries(await Promise.all(counters)),
  };
}

/** How far the stored states go depends on which batches came together. */
async function readAllViews(db: Db) {
  const found = await views
    .in(db)
    .find({}, { projection: { _id: 0 } })
    .sort({ site: 1, session: 1, view: 1 })
    .toArray();
  const all = await sessions.in(db).find().toArray();
  const rules = new Map(all.map((one) => [`${one.site}/${one.session}`, one.rules]));
  const read = await readViews({ db }, found, ({ site, session }) =>
    rules.get(`${site}/${session}`),
  );
  return read.map(({ foldedTo: _foldedTo, isOver: _isOver, ...view }) => view);
}

async function readCounters(db: Db, name: string): Promise<Record<string, number>> {
  const all = await sites.in(db).find().toArray();
  const read = new Map(all.map(({ site, generations }) => [site, generations[0]]));
  const totals = new Map<string, number>();
  for await (const document of db.collection(name).find()) {
    const { _id, key, part, generation, sums, packed, ...id } = document;
    if (generation !== read.get(id['site'])) continue;
    for (const [field, value] of Object.entries(packed ? unpack(packed) : (sums ?? {}))) {
      const path = JSON.stringify([...Object.entries(id).sort(byName), field]);
      totals.set(path, (totals.get(path) ?? 0) + Number(value));
    }
  }
  return Object.fromEntries([...totals].filter(([, total]) => total !== 0).sort(byName));
}

/** A packed document's sums, by member and field. */
function unpack({ buffer }: Binary): Record<string, number> {
  const sums: Record<string, number> = {};
  readPacked(buffer, (member, field, sum) => {
    sums[`${member}/${field}`] = sum;
  });
  return sums;
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : Number(a > b);
}
