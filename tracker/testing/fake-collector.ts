import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import type { Batch } from '../../schema/wire/batch.ts';
import { decodeBatch } from '../../schema/wire/decode.ts';
import type { EventType, WireEventOf } from '../../schema/wire/events.ts';

/** A collector and a website in one, for tests: keeps what it is sent, and answers as it is told. */
export interface FakeCollector {
  readonly url: string;
  /** Everything received and answered with 202, in order of arrival, repeats left out. */
  readonly batches: Batch[];
  /** Everything that arrived, whatever the answer was. */
  readonly arrivals: Batch[];
  /** The paths asked for. */
  readonly requests: string[];
  /** Batches that came over a WebSocket. */
  streamed: number;
  /** Gives the status of the next answers; 0 breaks the connection. */
  answer: (batch: Batch) => number;
  /** The next batches are taken, but whoever sent them never hears of it. */
  losesReplies: boolean;
  /** `retry-after` of the next answers, s. */
  retryAfter: string | undefined;
  acceptsStream: boolean;
  readonly setPage: (path: string, html: string) => void;
  readonly events: <K extends EventType>(type: K) => WireEventOf<K>[];
  readonly stop: () => Promise<void>;
}

const body = async (request: IncomingMessage) => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk as Uint8Array);
  return new Uint8Array(Buffer.concat(chunks));
};
const identityOf = ({ session, view, seq }: Batch) => `${session} ${view} ${seq}`;
const cors = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'retry-after',
  'cache-control': 'no-store',
};

async function servePage(path: string, page: string | undefined, response: ServerResponse) {
  if (page !== undefined) {
    response.writeHead(200, { ...cors, 'content-type': 'text/html' }).end(page);
  } else if (/^\/(t|t-extra|t-press|index)\.js$/.test(path)) {
    const script = await readFile(new URL(`../dist${path}`, import.meta.url));
    response.writeHead(200, { ...cors, 'content-type': 'text/javascript' }).end(script);
  } else if (path.startsWith('/slow/')) {
    setTimeout(() => response.writeHead(200, cors).end('{}'), Number(path.slice(6)));
  } else response.writeHead(404, cors).end();
}

export async function startFakeCollector(): Promise<FakeCollector> {
  const pages = new Map<string, string>();
  const known = new Set<string>();

  const take = (packed: Uint8Array): number => {
    const batch = decodeBatch(packed);
    collector.arrivals.push(batch);
    const status = collector.answer(batch);
    if (status === 202 && !known.has(identityOf(batch))) {
      known.add(identityOf(batch));
      collector.batches.push(batch);
    }
    return status;
  };
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const path = new URL(request.url ?? '', 'http://x').pathname;
    collector.requests.push(path);
    if (path !== '/v1/batches') return servePage(path, pages.get(path), response);
    const status = take(await body(request));
    if (!status || collector.losesReplies) return response.destroy();
    const wait = collector.retryAfter ? { 'retry-after': collector.retryAfter } : {};
    response.writeHead(status, { ...cors, ...wait }).end();
  };

  const server = createServer((request, response) => void handle(request, response));
  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, socket, head) => {
    if (!collector.acceptsStream) return socket.destroy();
    sockets.handleUpgrade(request, socket, head, (stream) => {
      stream.on('message', (data: Buffer) => {
        const packed = new Uint8Array(data);
        const { seq, view } = decodeBatch(packed);
        const status = take(packed);
        if (!status) return stream.terminate();
        collector.streamed++;
        stream.send(JSON.stringify({ seq, view, status }));
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  const collector: FakeCollector = {
    url: `http://127.0.0.1:${port}`,
    batches: [],
    arrivals: [],
    requests: [],
    streamed: 0,
    answer: () => 202,
    losesReplies: false,
    retryAfter: undefined,
    acceptsStream: true,
    setPage: (path, html) => pages.set(path, html),
    events: <K extends EventType>(type: K) =>
      collector.batches.flatMap(({ events }) =>
        events.filter((event) => event.type === type),
      ) as unknown as WireEventOf<K>[],
    stop: async () => {
      for (const client of sockets.clients) client.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return collector;
}
