import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { createShop } from './server.ts';

it('answers late where a specimen asks for that, and at once elsewhere', async () => {
  const shop = await createShop({
    collectorUrl: 'http://localhost:1',
    dashboardUrl: 'http://localhost:2',
    site: 'shop',
  });
  const server = createServer(shop);
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const startedAt = performance.now();
  const slow = await fetch(`${url}/slow/300`);
  expect(slow.status).toBe(200);
  expect(performance.now() - startedAt).toBeGreaterThan(290);
  expect((await fetch(`${url}/slow/soon`)).status).toBe(404);
});
