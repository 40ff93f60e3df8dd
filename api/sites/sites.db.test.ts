import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { emptyDatabase, startTestApi, type TestApi } from '../testing/start-test-api.ts';

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi(await emptyDatabase(inject('mongodbUri'), 'sites-test'), { sites: [] });
});
afterAll(() => api.stop());

const create = `mutation ($input: CreateSiteInput!) { createSite(input: $input) {
  id siteId name timeZone rageRule deadClickMs origins keptParameters routes retentionDays
  visitorBatchesPerMinute siteBatchesPerMinute excludedAddresses lastEventAt
} }`;
const update = `mutation ($id: ID!, $input: UpdateSiteInput!) { updateSite(id: $id, input: $input) {
  name rageRule origins routes deadClickMs excludedAddresses
} }`;

test('before there is a site, the caller is told to make one', async () => {
  const { errors } = await api.ask('{ sessions { totalCount } }');
  expect(errors?.[0]?.message).toContain('createSite');
});

test('a new site has what is usual, and can be asked for', async () => {
  const { data } = await api.ask<{ createSite: { id: string } }>(create, {
    input: { siteId: 'shop', timeZone: 'Europe/Berlin' },
  });
  expect(data?.createSite).toMatchObject({
    siteId: 'shop',
    name: 'shop',
    timeZone: 'Europe/Berlin',
    rageRule: 'DEFAULT',
    deadClickMs: 5_000,
    retentionDays: 760,
    visitorBatchesPerMinute: 120,
    siteBatchesPerMinute: 6_000,
    origins: [],
    routes: [],
    lastEventAt: null,
  });
  const query = 'query ($id: ID!) { node(id: $id) { id ... on Site { siteId } } site { siteId } }';
  const asked = await api.ask(query, { id: data?.createSite.id });
  expect(asked.data).toMatchObject({ node: { siteId: 'shop' }, site: { siteId: 'shop' } });
});

test.each([
  ['an id that is taken', { siteId: 'shop' }],
  ['an id of other characters', { siteId: 'my shop' }],
  ['a zone that is none', { siteId: 'new', timeZone: 'Mars/Base' }],
  ['an origin that is none', { siteId: 'new', origins: ['shop.example/path'] }],
  ['a parameter that is none', { siteId: 'new', keptParameters: ['a=b'] }],
])('%s is refused', async (_what, input) => {
  const { data, errors } = await api.ask(create, { input });
  expect(data ?? null).toBeNull();
  expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
});

test('settings change; what is left out stays', async () => {
  const input = {
    rageRule: 'STRICT',
    routes: ['/product/:handle'],
    origins: ['https://Shop.example'],
    excludedAddresses: ['192.0.2.0/24'],
  };
  const { data } = await api.ask<{ updateSite: object }>(update, { id: 'shop', input });
  expect(data?.updateSite).toEqual({
    ...input,
    name: 'shop',
    origins: ['https://shop.example'],
    deadClickMs: 5_000,
  });
});

test.each([
  [
    { excludedAddresses: ['192.0.2.1', 'my house'] },
    'excludedAddresses: "my house" is no IP address or range, such as 203.0.113.7 or 203.0.113.0/24',
  ],
  [
    { excludedAddresses: ['999.1.1.1'] },
    'excludedAddresses: "999.1.1.1" is no IP address or range, such as 203.0.113.7 or 203.0.113.0/24',
  ],
  [
    { keptParameters: ['a=b'] },
    'keptParameters: "a=b" is no name of a query parameter, such as utm_source',
  ],
  [{ retentionDays: 0 }, 'retentionDays: 0 is no whole number from 1 to 3650'],
  [{ routes: Array(101).fill('/a') }, 'routes: it has more than 100 entries'],
  [{ name: ' ' }, 'name: "" is empty'],
])(
  'a refusal says which setting, what of it, and what it should be: %o',
  async (input, message) => {
    const { errors } = await api.ask(update, { id: 'shop', input });
    expect(errors?.[0]?.message).toBe(message);
  },
);

test.each([
  ['no pattern', 'shop', { routes: ['product/:id'] }, 'BAD_USER_INPUT'],
  ['too short a time', 'shop', { deadClickMs: 1 }, 'BAD_USER_INPUT'],
  ['no address', 'shop', { excludedAddresses: ['my house'] }, 'BAD_USER_INPUT'],
  ['a site that is not there', 'none', { name: 'x' }, 'NOT_FOUND'],
])('%s is refused', async (_what, id, input, code) => {
  const { errors } = await api.ask(update, { id, input });
  expect(errors?.[0]?.extensions?.code).toBe(code);
});
