import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openStore, type Store } from '../store/open-store.ts';
import { type SessionDocument, sessions } from '../store/sessions.ts';
import { emptyDatabase } from '../testing/start-test-api.ts';
import { findSessionsCursor } from './find-sessions.ts';
import { makeSessionQuery, type SessionFilterFields } from './session-filter.ts';

let store: Store;
const stored = 5_000;
const start = Date.parse('2026-03-01T00:00:00Z');

beforeAll(async () => {
  store = await openStore(await emptyDatabase(inject('mongodbUri'), 'session-plans'));
  const documents = Array.from({ length: stored }, (_, i) => ({
    site: i % 2 === 0 ? 'shop' : 'blog',
    session: `s${i}`,
    visitor: `v${i % 100}`,
    user: i % 3 === 0 ? `u${i % 99}` : null,
    startedAt: new Date(start + i * 60_000),
    endedAt: new Date(start + i * 60_000 + 1_000),
    device: i % 4 === 0 ? 'MOBILE' : 'DESKTOP',
    automated: i % 50 === 0,
    pages: [`/product/${i % 20}`, '/product/:id'],
    terms: ['shop', `v${i % 100}`],
    hasRage: i % 10 === 0,
    hasDead: i % 20 === 0,
    rules: { version: 1 },
    generation: 1,
  }));
  await sessions.in(store.db).insertMany(documents as unknown as SessionDocument[]);
});
afterAll(() => store.close());

const middle = start + (stored / 2) * 60_000;

test.each<[string, SessionFilterFields]>([
  ['nothing', {}],
  ['a page', { page: '/product/:id' }],
  ['a visitor', { visitor: 'v6' }],
  ['a user', { user: 'u6' }],
  ['times', { from: new Date(middle - 86_400_000), to: new Date(middle) }],
  ['a device', { device: 'MOBILE' }],
  ['rage', { hasRage: true }],
  ['dead clicks', { hasDead: true }],
  ['programs', { automated: true }],
  ['a common word', { search: 'shop' }],
  ['a page and rage', { page: '/product/:id', hasRage: true }],
])('a page of sessions by %s costs what the page costs', async (_what, filter) => {
  const query = makeSessionQuery('shop', filter, start);
  const stretch = { limit: 20, backward: false, after: null, before: null };
  const plan = await findSessionsCursor(store.db, query, stretch).explain('executionStats');
  const { totalDocsExamined, totalKeysExamined, nReturned } = plan['executionStats'];
  expect(nReturned).toBe(21);
  expect(totalDocsExamined).toBeLessThanOrEqual(21 * 12);
  expect(totalKeysExamined).toBeLessThanOrEqual(21 * 12);
});

test('who is live is found among the last to have been active', async () => {
  const last = start + stored * 60_000;
  const query = makeSessionQuery('shop', { live: true }, last);
  const stretch = { limit: 20, backward: false, after: null, before: null };
  const plan = await findSessionsCursor(store.db, query, stretch).explain('executionStats');
  expect(plan['executionStats'].totalDocsExamined).toBeLessThanOrEqual(5);
});
