import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import type { Store } from '../store/open-store.ts';
import { answerHealth, isHealthPath } from './answer-health.ts';

test('without its database a process is live and not ready: it is not to be started anew', async () => {
  const db = { command: () => Promise.reject(new Error('no primary')) };
  const store = { db } as unknown as Store;
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    if (isHealthPath(path)) void answerHealth(store, path, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const ask = async (path: string) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`);
    return [response.status, await response.json()];
  };
  expect(await ask('/health/live')).toEqual([200, { status: 'ok' }]);
  expect(await ask('/health/ready')).toEqual([503, { status: 'no database' }]);
  expect(await ask('/health')).toEqual([503, { status: 'no database' }]);
  server.closeAllConnections();
  server.close();
});
