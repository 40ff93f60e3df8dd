import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openStore, type Store } from '../store/open-store.ts';
import { forgetDays } from './forget-days.ts';
import { visitorDays } from './visitor-days.ts';

let store: Store;

beforeAll(async () => {
  const uri = new URL(inject('mongodbUri'));
  uri.pathname = '/forget-days';
  store = await openStore(uri.toString());
});

afterAll(async () => {
  await store.db.dropDatabase();
  await store.close();
});

test('days that outlived their batches go, and with the last of them the document', async () => {
  const put = (site: string, visitor: string, sums: Record<string, number>) =>
    visitorDays
      .in(store.db)
      .insertOne({ site, key: visitor, generation: 0, part: 0, visitor, route: '/', sums });
  await put('shop', 'old', { '["heatPeople","CLICKS|MOBILE|1,2"]|99': 2 });
  await put('shop', 'both', { '["a"]|99': 1, '["a"]|100': 3, '["b|c"]|101': 0 });
  await put('shop', 'erased', { '["a"]|120': 0 });
  await put('other', 'old', { '["a"]|99': 1 });
  await forgetDays(store.db, 'shop', 100);
  const left = await visitorDays.in(store.db).find().sort({ site: 1 }).toArray();
  expect(left.map(({ site, visitor, sums }) => ({ site, visitor, sums }))).toEqual([
    { site: 'other', visitor: 'old', sums: { '["a"]|99': 1 } },
    { site: 'shop', visitor: 'both', sums: { '["a"]|100': 3 } },
  ]);
});
