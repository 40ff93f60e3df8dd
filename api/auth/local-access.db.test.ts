import { once } from 'node:events';
import { request } from 'node:http';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import WebSocket from 'ws';
import { emptyDatabase, startTestApi, type TestApi } from '../testing/start-test-api.ts';

const dashboard = 'http://localhost:3000';
let api: TestApi;
let port: number;

beforeAll(async () => {
  const uri = await emptyDatabase(inject('mongodbUri'), 'access-local');
  api = await startTestApi(uri, { allowedOrigins: [dashboard] });
  port = Number(new URL(api.api.url).port);
});
afterAll(() => api.stop());

/** A request as a browser makes it: `fetch` would not let the host be set. */
async function send(headers: Record<string, string>, body = '{"query":"{ sites { siteId } }"}') {
  const call = request({
    port,
    host: '127.0.0.1',
    path: '/graphql',
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'content-length': String(body.length),
      ...headers,
    },
  });
  call.end(body);
  const [response] = await once(call, 'response');
  response.resume();
  return response.statusCode as number;
}

async function openSocket(headers: Record<string, string>): Promise<boolean> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`, 'graphql-transport-ws', {
    headers,
  });
  const opened = await new Promise<boolean>((resolve) => {
    socket.once('open', () => resolve(true));
    socket.once('error', () => resolve(false));
  });
  socket.terminate();
  return opened;
}

test('no token is needed on this machine', async () => {
  const { data } = await api.ask<{ sites: unknown[] }>('{ sites { siteId } }');
  expect(data?.sites).toEqual([{ siteId: 'shop' }]);
});

test('handing over needs the secret all the same', async () => {
  const { errors } = await api.ask('mutation { ingest(batches: []) { status } }');
  expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
});

test.each(['localhost', '127.0.0.1', '[::1]'])('%s is this machine', async (name) => {
  expect(await send({ host: `${name}:${port}` })).toBe(200);
  expect(await openSocket({ host: `${name}:${port}` })).toBe(true);
});

test.each(['evil.test', 'evil.test:80', 'localhost:1', '127.0.0.1.nip.test'])(
  'a name that was pointed here is turned away: %s',
  async (host) => {
    expect(await send({ host })).toBe(403);
    expect(await openSocket({ host })).toBe(false);
  },
);

test.each(['https://evil.test', 'null', 'http://localhost:9'])(
  'a page of another origin is turned away: %s',
  async (origin) => {
    expect(await send({ host: `localhost:${port}`, origin })).toBe(403);
    expect(await openSocket({ host: `localhost:${port}`, origin })).toBe(false);
  },
);

test('the dashboard and GraphiQL are let in', async () => {
  for (const origin of [dashboard, `http://localhost:${port}`, `http://127.0.0.1:${port}`]) {
    expect(await send({ host: `localhost:${port}`, origin })).toBe(200);
    expect(await openSocket({ host: `localhost:${port}`, origin })).toBe(true);
  }
  const page = await fetch(`${api.api.url}/graphql`, { headers: { accept: 'text/html' } });
  const html = await page.text();
  expect(html).toContain('graphiql');
  // It works without the internet, and tells nobody else who reads.
  expect(html).not.toMatch(/(?:src|href)="https?:/);
});

test('it listens on loopback or not at all', async () => {
  const uri = inject('mongodbUri');
  await expect(startTestApi(uri, { host: '0.0.0.0' })).rejects.toThrow('loopback');
});

test('a form of another page can not ask, and a body without end is not read', async () => {
  const host = `localhost:${port}`;
  expect(await send({ host, 'content-type': 'text/plain' })).toBe(403);
  expect(await send({ host }, `{"query":"{ sites { siteId } } #${'x'.repeat(300_000)}"}`)).toBe(
    413,
  );
  expect(await send({ host, 'transfer-encoding': 'chunked', 'content-length': '' })).not.toBe(200);
});
