import { once } from 'node:events';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { request } from 'undici';

/** What goes wrong between a sender and its receiver. Shares are 0..1 of the requests. */
export interface Weather {
  /** The work is done, but the sender never hears of it. */
  readonly dropReply: number;
  /** Delivered once more, perhaps to another receiver, some time later. */
  readonly repeat: number;
  /** Each request is held up by as much as this, so that they overtake each other, ms. */
  readonly delayMs: number;
}

const fair: Weather = { dropReply: 0, repeat: 0, delayMs: 0 };

/** A piece of network: senders talk to `url`, and it passes on to whoever is there. */
export interface Network {
  readonly url: string;
  /** Makes it worse, on top of what is bad already. @returns what takes that back */
  readonly worsen: (by: Partial<Weather>) => () => void;
  /** What it did: for the report. */
  readonly done: { droppedReplies: number; repeated: number };
  /** Resolves when nothing is under way, repeats included. */
  readonly quiet: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

const receiverTimeoutMs = 30_000;

/**
 * @param receivers where requests may go now: they take turns
 * @param random whole numbers below one given
 */
export async function startNetwork(
  receivers: () => readonly string[],
  random: (below: number) => number,
): Promise<Network> {
  const troubles = new Set<Partial<Weather>>();
  let turn = 0;
  const underWay = new Set<Promise<unknown>>();
  const done = { droppedReplies: 0, repeated: 0 };
  const happens = (share: number) => random(1_000) < share * 1_000;
  const track = <T>(work: Promise<T>): Promise<T> => {
    const settled = work.catch(() => undefined).finally(() => underWay.delete(settled));
    underWay.add(settled);
    return work;
  };

  const deliver = async (received: Received) => {
    const all = receivers();
    const receiver = all[turn++ % Math.max(1, all.length)];
    if (!receiver) throw new Error('Nobody is there.');
    return await pass(received, receiver);
  };
  const handle = async (incoming: IncomingMessage, response: ServerResponse) => {
    const received = await readRequest(incoming);
    const { dropReply, repeat, delayMs } = combine(troubles);
    const dropsReply = happens(dropReply);
    if (happens(repeat)) {
      done.repeated += 1;
      const laterMs = random(2_000);
      void track(wait(laterMs).then(() => deliver(received))).catch(() => undefined);
    }
    if (delayMs > 0) await wait(random(delayMs));
    const reply = await deliver(received);
    if (dropsReply) {
      done.droppedReplies += 1;
      response.destroy();
    } else response.writeHead(reply.status, reply.headers).end(reply.body);
  };
  const server = createServer((incoming, response) => {
    // As a broken connection: nobody there, or it ended in the middle.
    track(handle(incoming, response)).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    worsen: (by) => {
      troubles.add(by);
      return () => troubles.delete(by);
    },
    done,
    quiet: async () => {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    stop: () => close(server),
  };
}

function combine(troubles: Iterable<Partial<Weather>>): Weather {
  return Object.assign({ ...fair }, ...troubles);
}

async function readRequest(incoming: IncomingMessage): Promise<Received> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const { method = 'GET', url: path = '/' } = incoming;
  const { host: _, connection: __, 'transfer-encoding': ___, ...headers } = incoming.headers;
  const body = Buffer.concat(chunks);
  return { method, path, headers: { ...headers, 'content-length': `${body.length}` }, body };
}

async function pass({ method, path, headers, body }: Received, receiver: string) {
  const reply = await request(`${receiver}${path}`, {
    method: method as 'GET' | 'POST',
    headers,
    body: method === 'GET' ? null : body,
    headersTimeout: receiverTimeoutMs,
    reset: true,
  });
  const bytes = Buffer.from(await reply.body.arrayBuffer());
  const kept = ['content-type', 'retry-after'].flatMap((name) => {
    const value = reply.headers[name];
    return value === undefined ? [] : [[name, String(value)] as const];
  });
  return { status: reply.statusCode, headers: Object.fromEntries(kept), body: bytes };
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
}
