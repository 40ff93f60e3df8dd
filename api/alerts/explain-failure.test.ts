import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { explainFailure } from './explain-failure.ts';
import { sendWebhook } from './send-webhook.ts';

const call = { secret: 's', deliveryId: 'd', body: '{}', localMode: true };

test('a port where nothing listens is told of in words', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  await expect(sendWebhook({ ...call, url: `http://127.0.0.1:${port}/` }, 0)).rejects.toThrow(
    'The connection was refused: nothing listens at this address.',
  );
});

test('a connection that is broken off is told of in words', async () => {
  const server = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await expect(sendWebhook({ ...call, url: `http://127.0.0.1:${port}/` }, 0)).rejects.toThrow(
    'The connection was broken off before an answer came.',
  );
  server.close();
});

test('a call that took too long says how long it waited', () => {
  const late = new DOMException('The operation was aborted due to timeout', 'TimeoutError');
  const aborted = new Error('The operation was aborted', { cause: late });
  expect(explainFailure(aborted, 10_000)).toBe('No answer came within 10 s.');
});

test('an error without a meaning of ours speaks for itself', () => {
  expect(explainFailure(new Error('Parse Error: Expected HTTP/'), 10_000)).toBe(
    'Parse Error: Expected HTTP/',
  );
});
