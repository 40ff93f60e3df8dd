import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parentPort } from 'node:worker_threads';

/** An API that acknowledges every batch at once, in a thread of its own, so that only the collector is measured. */
const site = {
  site: 'bench',
  origins: ['https://shop.example'],
  keptParameters: [],
  visitorBatchesPerMinute: 120,
  siteBatchesPerMinute: 100_000_000,
  excludedAddresses: [],
};
const accepted = '{"status":"ACCEPTED","reason":null}';

const server = createServer((request, response) => {
  response.setHeader('content-type', 'application/json');
  if (request.url === '/internal/sites') {
    response.end(JSON.stringify({ sites: [site] }));
    return;
  }
  let text = '';
  request.setEncoding('latin1');
  request.on('data', (chunk: string) => {
    text += chunk;
  });
  request.on('end', () => {
    const batches = text.split('"receivedAt":').length - 1;
    response.end(`{"data":{"ingest":[${new Array(batches).fill(accepted).join(',')}]}}`);
  });
});
server.listen(0, '127.0.0.1', () =>
  parentPort?.postMessage((server.address() as AddressInfo).port),
);
