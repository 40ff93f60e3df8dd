import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { emptyDatabase, startTestApi, type TestApi } from './testing/start-test-api.ts';

const dashboard = 'http://localhost:3000';
let uri: string;
let api: TestApi;

beforeAll(async () => {
  uri = await emptyDatabase(inject('mongodbUri'), 'server-test');
  api = await startTestApi(uri, { allowedOrigins: [dashboard] });
});
afterAll(() => api.stop());

test('health is told while the database answers', async () => {
  const response = await fetch(`${api.api.url}/health`);
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ status: 'ok' });
});

test('the dashboard may ask from its own origin', async () => {
  const preflight = await fetch(`${api.api.url}/graphql`, {
    method: 'OPTIONS',
    headers: {
      origin: dashboard,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type,authorization',
    },
  });
  expect(preflight.headers.get('access-control-allow-origin')).toBe(dashboard);
  expect(preflight.headers.get('access-control-allow-headers')).toContain('authorization');
});

test('GraphiQL can read the whole schema', async () => {
  const { data, errors } = await api.ask<{ __schema: unknown }>(getIntrospectionQuery());
  expect(errors).toBeUndefined();
  expect(data?.__schema).toBeDefined();
});

test.each([
  ['deep', `{ sites ${'{ ... on Site '.repeat(20)} { siteId } ${'}'.repeat(20)} }`],
  [
    'full of aliases',
    `{ ${Array.from({ length: 40 }, (_, i) => `a${i}: sites { siteId }`).join(' ')} }`,
  ],
  ['full of directives', `{ sites { siteId ${'@include(if: true) '.repeat(40)} } }`],
  ['long', `{ sites { ${'siteId '.repeat(4_000)} } }`],
  [
    'dear',
    `{ ${Array.from({ length: 20 }, (_, i) => `s${i}: sessions(first: 100) { nodes { trail { x } hovers { id } pages { url route } } }`).join(' ')} }`,
  ],
])('an operation that is too %s is refused', async (_what, query) => {
  const { data, errors = [] } = await api.ask(query);
  expect(errors.map(({ extensions }) => typeof extensions?.code)).toContain('string');
  expect(errors.every(({ extensions }) => extensions?.code)).toBe(true);
  expect(data ?? null).toBeNull();
});

test('what goes wrong inside is masked', async () => {
  const { errors } = await api.ask('{ session(id: "x") { id } nothing }');
  expect(errors?.[0]?.message).toMatch(/Cannot query field/);
  const broken = await startTestApi(uri);
  await broken.stop();
  await expect(broken.ask('{ sites { siteId } }')).rejects.toThrow();
});

test('a port in use is an error, and leaves nothing running', async () => {
  const squatter = createServer();
  await new Promise<void>((resolve) => squatter.listen(0, '127.0.0.1', () => resolve()));
  const { port } = squatter.address() as AddressInfo;
  await expect(startTestApi(uri, { port })).rejects.toThrow('EADDRINUSE');
  await new Promise((resolve) => squatter.close(resolve));
  const next = await startTestApi(uri, { port });
  expect(next.api.url).toBe(`http://127.0.0.1:${port}`);
  await next.stop();
});
