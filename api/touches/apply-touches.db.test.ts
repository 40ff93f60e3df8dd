import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { heatPeople } from '../heatmap/heat-collections.ts';
import { ALL_DEVICES } from '../heatmap/people-cells.ts';
import { aggregates } from '../ingest/aggregates.ts';
import { commitBatches } from '../ingest/commit-batches.ts';
import { parseBatch } from '../ingest/parse-batch.ts';
import { SessionCache } from '../ingest/session-cache.ts';
import { type PartLease, takePart } from '../parts/lease.ts';
import { ensureSite } from '../sites/save-site.ts';
import { openStore, type Store } from '../store/open-store.ts';
import { makeArrival, makeView } from '../testing/make-batch.ts';
import { findPeople } from './find-people.ts';

const msPerDay = 86_400_000;
const firstDay = 20_000;
let store: Store;
let parts: PartLease[] = [];

beforeAll(async () => {
  const uri = new URL(inject('mongodbUri'));
  uri.pathname = '/apply-touches';
  store = await openStore(uri.toString());
  await ensureSite(store, { siteId: 'shop', timeZone: 'UTC' });
  parts = [await takePart(store), await takePart(store)];
});

afterAll(async () => {
  for (const part of parts) await part.release();
  await store.db.dropDatabase();
  await store.close();
});

/** A visit that clicks one spot, on a day counted from the first. */
function makeVisit(session: string, visitor: string, day: number) {
  const startedAt = (firstDay + day) * msPerDay;
  const view = makeView({ session, visitor, startedAt, sentAt: startedAt });
  view.press({ t: 5, x: 3, y: 3 }, { kind: 2 });
  const parsed = parseBatch(makeArrival(view.take(), { receivedAt: startedAt }), startedAt);
  if (!('incoming' in parsed)) throw new Error('The batch is malformed.');
  return parsed.incoming;
}

function countClickers(from: number, to: number): Promise<Map<string, Map<string, number>>> {
  return findPeople(
    store.db,
    heatPeople,
    {
      site: 'shop',
      generation: 1,
      id: { route: '/', layer: 'CLICKS', scope: ALL_DEVICES, grid: 20 },
      fromDay: firstDay + from,
      toDay: firstDay + to,
    },
    [],
  );
}

test('processes that count the same visitors at the same moment count each of them once', async () => {
  const visits = Array.from({ length: 24 }, (_, i) =>
    makeVisit(`s${i}`, `v${i % 3}`, Math.floor(i / 3) % 4),
  );
  await Promise.all(
    visits.map((visit, i) => {
      const part = parts[i % parts.length];
      if (!part) throw new Error('There is no part.');
      return commitBatches({ store, part, aggregates }, [visit], new SessionCache());
    }),
  );
  const [generation] = await store.db.collection('sites').distinct('generations');
  expect(generation).toBe(1);
  for (const [from, to] of [
    [0, 3],
    [1, 3],
    [2, 2],
  ] as const) {
    expect([...(await countClickers(from, to)).values()]).toEqual([new Map([['0', 3]])]);
  }
  expect(await countClickers(4, 9)).toEqual(new Map());
});
