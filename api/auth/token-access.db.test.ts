import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openStore } from '../store/open-store.ts';
import { tokens } from '../store/tokens.ts';
import { makeVisits } from '../testing/random-visits.ts';
import { makeOperations } from '../testing/root-operations.ts';
import {
  emptyDatabase,
  ingestSecret,
  startTestApi,
  type TestApi,
} from '../testing/start-test-api.ts';
import { subscribe } from '../testing/subscribe.ts';
import { hashToken, makeToken } from './token.ts';

/** Where nothing else keeps the machine busy it takes less than a second. */
const soon = { timeout: 15_000 };
const ownerToken = makeToken();
const readerToken = makeToken();
const operations = [...makeOperations('query'), ...makeOperations('mutation')];
const subscriptions = makeOperations('subscription');

let api: TestApi;

beforeAll(async () => {
  const uri = await emptyDatabase(inject('mongodbUri'), 'access-tokens');
  api = await startTestApi(uri, { localMode: false, ownerToken });
  const store = await openStore(uri);
  await tokens.in(store.db).insertOne({
    hash: hashToken(readerToken),
    role: 'reader',
    name: 'a team',
    sites: ['theirs'],
    createdAt: new Date(),
  });
  await store.close();
  await api.ingest(makeVisits(41, 1));
});
afterAll(() => api.stop());

test.each(operations)('a stranger gets nothing from $field', async ({ query }) => {
  for (const token of [undefined, 'tg_guessed', 'Bearer']) {
    const { data, errors } = await api.ask<Record<string, unknown>>(query, {}, token);
    expect(Object.values(data ?? {}).filter((value) => value !== null)).toEqual([]);
    expect(errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  }
});

test.each(subscriptions)('a stranger gets nothing from $field', async ({ query }) => {
  for (const token of ['', 'tg_guessed']) {
    expect(await findRefusal(query, token)).toBe('UNAUTHENTICATED');
  }
  expect(await findRefusal(query, ingestSecret)).toBe('FORBIDDEN');
});

test.each(operations)('the collector may hand over and no more: $field', async (operation) => {
  const { errors } = await api.ask(operation.query, {}, ingestSecret);
  const allowed = ['ingest', 'deadLetter'].includes(operation.field);
  expect(errors?.[0]?.extensions?.code).toBe(allowed ? undefined : 'FORBIDDEN');
});

test('the owner reads and manages, and does not hand over', async () => {
  const read = await api.ask<{ sessions: { totalCount: number } }>(
    '{ sessions { totalCount } }',
    {},
    ownerToken,
  );
  expect(read.data?.sessions.totalCount).toBe(1);
  const created = await api.ask(
    'mutation { createSite(input: { siteId: "theirs" }) { id } }',
    {},
    ownerToken,
  );
  expect(created.errors).toBeUndefined();
  const handed = await api.ask('mutation { ingest(batches: []) { status } }', {}, ownerToken);
  expect(handed.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
});

test('whoever may read can ask what else the token lets them do', async () => {
  const roleOf = async (token: string) => (await api.ask('{ viewer { role } }', {}, token)).data;
  expect(await roleOf(ownerToken)).toEqual({ viewer: { role: 'OWNER' } });
  expect(await roleOf(readerToken)).toEqual({ viewer: { role: 'READER' } });
});

test('a reader sees the sites that the token names, and manages nothing', async () => {
  const { data } = await api.ask<{ sites: { siteId: string }[] }>(
    '{ sites { siteId } }',
    {},
    readerToken,
  );
  expect(data?.sites).toEqual([{ siteId: 'theirs' }]);
  const foreign = await api.ask('{ sessions(site: "shop") { totalCount } }', {}, readerToken);
  expect(foreign.errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
  const managed = await api.ask(
    'mutation { updateSite(id: "theirs", input: { name: "ours" }) { id } }',
    {},
    readerToken,
  );
  expect(managed.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  expect(
    await findRefusal('subscription { sessionChanged(site: "shop") { id } }', readerToken),
  ).toBe('NOT_FOUND');
});

test('a session of a site that is not theirs is not there, by any id', async () => {
  const { data } = await api.ask<{ sessions: { nodes: { id: string }[] } }>(
    '{ sessions(site: "shop") { nodes { id } } }',
    {},
    ownerToken,
  );
  const id = data?.sessions.nodes[0]?.id;
  const query = 'query ($id: ID!) { session(id: $id) { id } node(id: $id) { id } }';
  const foreign = await api.ask(query, { id }, readerToken);
  expect(foreign.data).toEqual({ session: null, node: null });
  const own = await api.ask(query, { id }, ownerToken);
  expect(own.data).toEqual({ session: { id }, node: { id } });
});

test('the schema is told to whoever may read, and to nobody else', async () => {
  const query = '{ __schema { queryType { name } } }';
  expect((await api.ask(query, {}, ownerToken)).errors).toBeUndefined();
  expect((await api.ask(query)).data).toBeUndefined();
  expect((await api.ask(query, {}, ingestSecret)).data).toBeUndefined();
});

test("the collector's list of sites needs its secret", async () => {
  const ask = (token: string) =>
    fetch(`${api.api.url}/internal/sites`, { headers: { authorization: `Bearer ${token}` } });
  expect((await ask(ownerToken)).status).toBe(401);
  const answer = await ask(ingestSecret);
  expect(await answer.json()).toMatchObject({
    sites: expect.arrayContaining([
      {
        site: 'shop',
        origins: [],
        keptParameters: [],
        visitorBatchesPerMinute: 120,
        siteBatchesPerMinute: 6_000,
        excludedAddresses: [],
      },
    ]),
  });
});

/** The code of the error that a subscription ends with. */
async function findRefusal(query: string, token: string): Promise<string | undefined> {
  const subscription = subscribe(api.api.url, query, { token });
  await expect.poll(() => subscription.errors.length, soon).toBeGreaterThan(0);
  await subscription.stop();
  expect(subscription.received).toEqual([]);
  return subscription.errors[0];
}
