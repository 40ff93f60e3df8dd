import { expect, inject, test } from 'vitest';
import { openStore } from '../store/open-store.ts';
import { sites } from '../store/sites.ts';
import { emptyDatabase } from '../testing/start-test-api.ts';
import { ensureSite } from './save-site.ts';

test('processes that start at once make a site once, and none of them fails', async () => {
  const uri = await emptyDatabase(inject('mongodbUri'), 'ensure-site');
  const store = await openStore(uri);
  const site = { siteId: 'shop', name: 'Shop', timeZone: 'UTC' };

  await Promise.all(Array.from({ length: 8 }, () => ensureSite(store, site)));

  expect(await sites.in(store.db).countDocuments({ site: 'shop' })).toBe(1);
  await store.close();
});
