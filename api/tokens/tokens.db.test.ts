import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { makeToken } from '../auth/token.ts';
import { makeVisits } from '../testing/random-visits.ts';
import { emptyDatabase, startTestApi, type TestApi } from '../testing/start-test-api.ts';
import { subscribe } from '../testing/subscribe.ts';

/** Where nothing else keeps the machine busy it takes two seconds. */
const soon = { timeout: 15_000 };
const owner = makeToken();
let api: TestApi;

beforeAll(async () => {
  const uri = await emptyDatabase(inject('mongodbUri'), 'tokens-test');
  api = await startTestApi(uri, { localMode: false, ownerToken: owner });
});
afterAll(() => api.stop());

const create = `mutation ($input: CreateTokenInput!) {
  createToken(input: $input) { secret token { id name role sites } }
}`;
const revoke = 'mutation ($id: ID!) { revokeToken(id: $id) }';
interface Created {
  readonly createToken: { readonly secret: string; readonly token: { readonly id: string } };
}

async function makeReader(name: string) {
  const input = { name, role: 'READER', sites: ['shop'] };
  const { data } = await api.ask<Created>(create, { input }, owner);
  if (!data) throw new Error('No token was made.');
  return data.createToken;
}

test('a token that was made lets its bearer read, is told once, and is listed without itself', async () => {
  const made = await makeReader('a team');
  const read = await api.ask('{ site { siteId } }', {}, made.secret);
  expect(read.data).toEqual({ site: { siteId: 'shop' } });
  const denied = await api.ask('{ tokens { id } }', {}, made.secret);
  expect(denied.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  const listed = await api.ask('{ tokens { id name role sites createdAt } }', {}, owner);
  expect(JSON.stringify(listed.data)).toContain('a team');
  expect(JSON.stringify(listed.data)).not.toContain(made.secret);
});

test('a revoked token opens nothing, and what it followed ends by itself', async () => {
  const made = await makeReader('gone soon');
  const query = 'subscription { sessionChanged { sessionId } }';
  const followed = subscribe<unknown>(api.api.url, query, { token: made.secret });
  const kept = subscribe<unknown>(api.api.url, query, { token: owner });
  // Whoever follows is told of a visit: the subscription is there before its token goes.
  let seed = 7;
  await expect
    .poll(async () => {
      await api.ingest(makeVisits(seed++, 1));
      return followed.received.length;
    }, soon)
    .toBeGreaterThan(0);
  expect((await api.ask(revoke, { id: made.token.id }, owner)).data).toEqual({
    revokeToken: true,
  });
  expect((await api.ask('{ sites { id } }', {}, made.secret)).errors?.[0]?.extensions?.code).toBe(
    'UNAUTHENTICATED',
  );
  await expect.poll(() => followed.errors.length, soon).toBe(1);
  expect(kept.errors).toEqual([]);
  expect((await api.ask(revoke, { id: made.token.id }, owner)).data).toEqual({
    revokeToken: false,
  });
  await Promise.all([followed.stop(), kept.stop()]);
});

test('the token of the file stays, and bad tokens are refused', async () => {
  const { data } = await api.ask<{ tokens: { id: string; name: string }[] }>(
    '{ tokens { id name } }',
    {},
    owner,
  );
  const file = data?.tokens.find(({ name }) => name === 'owner');
  const kept = await api.ask(revoke, { id: file?.id }, owner);
  expect(kept.errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  for (const input of [
    { name: 'owner', role: 'OWNER' },
    { name: ' ', role: 'OWNER' },
    { name: 'reads nothing', role: 'READER' },
  ]) {
    const { errors } = await api.ask(create, { input }, owner);
    expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  }
});
