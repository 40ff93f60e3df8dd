import { createServer, type Server } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { claimPorts, readPorts } from './ports.ts';

const servers: Server[] = [];
const free = { dashboard: 0, api: 0, shop: 0, collector: 0 };

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

function occupy(host: string): Promise<number> {
  const server = createServer();
  servers.push(server);
  return new Promise((resolve) => {
    server.listen(0, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' ? (address?.port ?? 0) : 0);
    });
  });
}

test('each part has its usual port, and a variable that changes it', () => {
  expect(readPorts({})).toEqual({ dashboard: 3000, api: 5001, shop: 8080, collector: 8787 });
  expect(readPorts({ PORT_API: '6001' }).api).toBe(6001);
  expect(() => readPorts({ PORT_API: 'five' })).toThrow('PORT_API is "five"');
  expect(() => readPorts({ PORT_API: '65536' })).toThrow('PORT_API');
});

test('0 becomes a free port, a different one for each part', async () => {
  const claimed = Object.values(await claimPorts(free));
  expect(new Set(claimed).size).toBe(4);
  expect(claimed).not.toContain(0);
});

test('ports in use are told in one sentence, with what to do', async () => {
  const [api, shop] = await Promise.all([occupy('127.0.0.1'), occupy('127.0.0.1')]);
  await expect(claimPorts({ ...free, api, shop })).rejects.toThrow(
    `Ports ${api} (the API), ${shop} (the demo shop) are in use: stop what uses them (perhaps another Trailgraph), or choose others with PORT_API=… PORT_SHOP=… npm start.`,
  );
});

test('somebody who listens on the other localhost is noticed too', async () => {
  const dashboard = await occupy('::1').catch(() => 0);
  // A machine without IPv6 has no other localhost.
  if (dashboard === 0) return;
  await expect(claimPorts({ ...free, dashboard })).rejects.toThrow('(the dashboard) is in use');
});
