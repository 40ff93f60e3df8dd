import { expect, it, onTestFinished, vi } from 'vitest';
import { makeBatch, makePacked, page } from './testing/batches.ts';
import { startPair } from './testing/start.ts';
import { decodeIncoming, siteOf } from './testing/stub-api.ts';

interface Reply {
  readonly view: string | null;
  readonly seq: number | null;
  readonly status: number;
  readonly place?: string;
  readonly reason?: string;
  readonly retryAfterMs?: number;
}

/** Sends messages on one socket and gives the replies, as many as messages. */
async function exchange(
  url: string,
  messages: readonly (string | Uint8Array<ArrayBuffer>)[],
): Promise<Reply[]> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/v1/stream`);
  onTestFinished(() => socket.close());
  const replies: Reply[] = [];
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('error', () => reject(new Error('The socket failed.')));
    socket.addEventListener('open', () => {
      for (const message of messages) socket.send(message);
    });
    socket.addEventListener('message', ({ data }) => {
      replies.push(JSON.parse(String(data)) as Reply);
      if (replies.length === messages.length) resolve();
    });
  });
  return replies;
}

it('acknowledges every batch, packed or JSON, in the order in which they came', async () => {
  const { url, api } = await startPair();
  const batches = Array.from({ length: 5 }, (_, i) => makeBatch({ seq: i + 1 }));
  const [first, ...rest] = batches.map((batch) => JSON.stringify(batch));
  const packed = makePacked({ seq: 7 });
  const replies = await exchange(url, [first ?? '', packed, ...rest]);
  expect(replies.map(({ status }) => status)).toEqual(new Array(6).fill(202));
  expect(replies.map(({ seq }) => seq)).toEqual([1, 7, 2, 3, 4, 5]);
  expect(replies[0]?.view).toBe(batches[0]?.view);
  const got = api.ingestCalls.flatMap((call) => call.batches.map((b) => decodeIncoming(b).seq));
  expect(got.toSorted()).toEqual([1, 2, 3, 4, 5, 7]);
});

it('makes the same checks as a POST', async () => {
  const { url, api } = await startPair([siteOf('shop', { visitorBatchesPerMinute: 1 })]);
  const { visitor } = makeBatch();
  api.respond = ({ seq }) => ({ status: seq === 9 ? 'RETRY' : 'ACCEPTED', reason: null });
  const replies = await exchange(url, [
    '{"v":1',
    makePacked({ site: 'other' }),
    makePacked({ visitor }),
    makePacked({ visitor, seq: 2 }),
    makePacked({ seq: 0, page: { ...page, startedAt: 1 } }),
    makePacked({ seq: 9 }),
    new Uint8Array(16_385).fill(0x10),
  ]);
  expect(replies.map(({ status }) => status)).toEqual([400, 403, 202, 429, 400, 503, 413]);
  expect(replies[0]).toMatchObject({ view: null, seq: null, place: 'body' });
  expect(replies[3]?.retryAfterMs).toBeGreaterThan(0);
  expect(replies[3]).toMatchObject({ seq: 2, reason: expect.stringContaining('visitor') });
});

it('refuses for now what would make too much wait for the API', async () => {
  const { url, api } = await startPair([siteOf('shop', { siteBatchesPerMinute: 100_000 })]);
  const mostInHand = 1_000;
  let release: () => void = () => {};
  api.hold = new Promise<void>((resolve) => {
    release = resolve;
  });
  const replies = exchange(
    url,
    Array.from({ length: mostInHand + 5 }, () => makePacked()),
  );
  const arrived = () => api.ingestCalls.reduce((sum, { batches }) => sum + batches.length, 0);
  await vi.waitFor(() => expect(arrived()).toBe(mostInHand), { timeout: 30_000 });
  release();
  const statuses = (await replies).map(({ status }) => status);
  expect(statuses.slice(0, mostInHand)).toEqual(new Array(mostInHand).fill(202));
  expect(statuses.slice(mostInHand)).toEqual(new Array(5).fill(503));
  expect((await replies).at(-1)?.retryAfterMs).toBe(5_000);
}, 60_000);

it('refuses whoever does not speak WebSocket', async () => {
  const { url } = await startPair();
  expect((await fetch(`${url}/v1/stream`)).status).toBe(426);
});
