import { expect, test } from 'vitest';
import { collections } from './collections.ts';

/** What belongs to no site: processes, and tokens that may be for several. */
const global = new Set(['jobs', 'parts', 'spending', 'tokens']);
/** Their `_id` begins with the values of the shard key: equal ones always meet on the same shard. */
const idsNameTheirPlace = new Set(['events']);
const ofSites = collections.filter(({ name }) => !global.has(name));

test.each(ofSites)('every index of $name starts with the site', ({ indexes }) => {
  expect(indexes.length).toBeGreaterThan(0);
  for (const { key } of indexes) expect(Object.keys(key)[0]).toBe('site');
});

test.each(collections)(
  'the unique indexes of $name can be enforced on a sharded cluster',
  (one) => {
    const { shardKey, indexes } = one;
    if (!shardKey) return;
    const prefix = Object.keys(shardKey);
    const unique = indexes.filter(({ unique: isUnique }) => isUnique);
    if (!idsNameTheirPlace.has(one.name)) expect(unique.length).toBeGreaterThan(0);
    for (const { key } of unique) expect(Object.keys(key).slice(0, prefix.length)).toEqual(prefix);
  },
);

test('no two collections have one name', () => {
  expect(new Set(collections.map(({ name }) => name)).size).toBe(collections.length);
});
