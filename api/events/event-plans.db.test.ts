import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type BatchDocument, batches } from '../store/batches.ts';
import { type EventDocument, type EventType, events } from '../store/events.ts';
import { openStore, type Store } from '../store/open-store.ts';
import { emptyDatabase } from '../testing/start-test-api.ts';
import type { EventScope } from './event-scope.ts';
import { findDocumentsCursor } from './find-documents.ts';
import { findBatchesCursor } from './find-held.ts';

let store: Store;
const start = Date.parse('2026-03-01T00:00:00Z');
const types: readonly EventType[] = [
  'CLICK',
  'HOVER',
  'SCROLL',
  'NAVIGATION',
  'VISIBILITY',
  'KEYBOARD',
];

beforeAll(async () => {
  store = await openStore(await emptyDatabase(inject('mongodbUri'), 'event-plans'));
  const documents = Array.from({ length: 6_000 }, (_, i) => ({
    site: 'shop',
    session: `s${i % 40}`,
    visitor: `v${i % 20}`,
    view: 'view',
    key: `k${i}`,
    types: [types[i % 6], ...(i % 60 === 0 ? ['RAGE_CLICK'] : [])],
    at: new Date(start + i * 1_000),
    version: 1,
  }));
  await events.in(store.db).insertMany(documents as unknown as EventDocument[]);
  const held = Array.from({ length: 6_000 }, (_, i) => ({
    site: 'shop',
    session: `s${i % 40}`,
    visitor: `v${i % 20}`,
    view: 'view',
    seq: i,
    types: i % 100 === 0 ? ['MOUSE_MOVE', 'SCROLL'] : ['MOUSE_MOVE'],
    firstAt: new Date(start + i * 1_000),
    isLong: false,
  }));
  await batches.in(store.db).insertMany(held as unknown as BatchDocument[]);
});
afterAll(() => store.close());

const all: EventScope = { site: 'shop', visitors: null, sessions: null, from: null, to: null };
const middle = { at: start + 3_000_000, session: 's1', view: 'view', key: 'k' };

test.each<[string, EventScope, readonly EventType[]]>([
  ['everybody', all, types],
  ['one type', all, ['RAGE_CLICK']],
  ['a visitor', { ...all, visitors: ['v3'] }, types],
  ['a session', { ...all, visitors: ['v3'], sessions: ['s3'] }, types],
  ['two visitors', { ...all, visitors: ['v3', 'v4'] }, types],
])('a page of events of %s costs what the page costs', async (_what, scope, wanted) => {
  for (const backward of [false, true]) {
    const stretch = { limit: 20, backward, after: middle, before: null };
    const plan = await findDocumentsCursor(store.db, scope, wanted, stretch).explain(
      'executionStats',
    );
    const { totalDocsExamined, totalKeysExamined, nReturned } = plan['executionStats'];
    expect(nReturned).toBe(21);
    expect(totalDocsExamined).toBeLessThanOrEqual(21 * 8);
    expect(totalKeysExamined).toBeLessThanOrEqual(21 * 12);
  }
});

test.each<[string, EventScope, readonly EventType[]]>([
  ['everybody', all, ['MOUSE_MOVE', 'HOVER', 'SCROLL']],
  ['a rare type', all, ['SCROLL']],
  ['a visitor', { ...all, visitors: ['v3'] }, ['HOVER', 'MOUSE_MOVE']],
])(
  'batches with events of %s come one after the other by their index',
  async (_what, scope, wanted) => {
    for (const backward of [false, true]) {
      const stretch = { limit: 20, backward, after: middle, before: null };
      const cursor = findBatchesCursor(store.db, scope, wanted, stretch).limit(21);
      const { executionStats } = await cursor.explain('executionStats');
      expect(executionStats.nReturned).toBe(21);
      expect(executionStats.totalDocsExamined).toBeLessThanOrEqual(21 * 3);
    }
  },
);

test('of a session no other batches are looked at, however many its visitor has', async () => {
  const scope = { ...all, visitors: ['v3'], sessions: ['s3'] };
  const stretch = { limit: 20, backward: false, after: null, before: null };
  const cursor = findBatchesCursor(store.db, scope, ['MOUSE_MOVE'], stretch);
  const { executionStats } = await cursor.explain('executionStats');
  expect(executionStats.nReturned).toBe(150);
  expect(executionStats.totalDocsExamined).toBe(150);
});
