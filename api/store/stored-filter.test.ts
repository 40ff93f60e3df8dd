import { ObjectId } from 'mongodb';
import { expect, test } from 'vitest';
import { declareCollection } from './collection.ts';
import { storedFilter } from './stored-filter.ts';

const _id = new ObjectId();
const session = { _id, site: 'shop', session: 'abc', visitor: 'v' };
const sessions = declareCollection<Omit<typeof session, '_id'>>({
  name: 'sessions',
  indexes: [],
  shardKey: { site: 1, session: 1 },
  retention: 'kept',
});

test('a replica set finds what was read by its id alone', () => {
  expect(storedFilter({ sharded: false }, sessions, session)).toEqual({ _id });
});

test('a sharded cluster is told the shard key, so that one shard is asked', () => {
  const filter = storedFilter({ sharded: true }, sessions, session);
  expect(filter).toEqual({ _id, site: 'shop', session: 'abc' });
});

test('what was not read has no id to be found by', () => {
  const { _id: _, ...made } = session;
  expect(storedFilter({ sharded: false }, sessions, made)).toBeNull();
});
