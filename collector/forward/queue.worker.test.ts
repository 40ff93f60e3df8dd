import { expect, it, vi } from 'vitest';
import { makeBatch, makePacked, post } from '../testing/batches.ts';
import { startPair } from '../testing/start.ts';
import { decodeIncoming, siteOf } from '../testing/stub-api.ts';

const queue = { maxBatchSeconds: 0, retrySeconds: 0, maxRetries: 2 };
const startQueued = () => startPair([siteOf('shop')], { forward: 'queue', queue });
const soon = { timeout: 15_000, interval: 50 };

const underwayOf = async (url: string) => {
  const health = (await (await fetch(`${url}/health`)).json()) as { underway: number };
  return health.underway;
};

it('answers as soon as the queue has the batch, and brings it to the API', async () => {
  const { url, api } = await startQueued();
  const sent = Array.from({ length: 10 }, () => makeBatch());
  const answers = await Promise.all(sent.map((batch) => post(url, JSON.stringify(batch))));
  expect(answers.map(({ status }) => status)).toEqual(new Array(10).fill(202));
  await vi.waitFor(async () => expect(await underwayOf(url)).toBe(0), soon);
  const views = api.ingestCalls.flatMap(({ batches }) =>
    batches.map((b) => decodeIncoming(b).view),
  );
  expect(views).toHaveLength(sent.length);
  expect(new Set(views)).toEqual(new Set(sent.map(({ view }) => view)));
});

it('delivers again what the API could not take, and only that', async () => {
  const { url, api } = await startQueued();
  const [kept, retried] = [makeBatch(), makeBatch()];
  const seen: string[] = [];
  api.respond = ({ view }) => {
    const isFirst = !seen.includes(view);
    seen.push(view);
    const status = view === retried.view && isFirst ? 'RETRY' : 'ACCEPTED';
    return { status, reason: null };
  };
  await Promise.all([kept, retried].map((batch) => post(url, JSON.stringify(batch))));
  await vi.waitFor(async () => expect(await underwayOf(url)).toBe(0), soon);
  expect(seen.filter((view) => view === kept.view)).toHaveLength(1);
  expect(seen.filter((view) => view === retried.view)).toHaveLength(2);
});

it('leaves what the API rejects for good to the API’s own dead letters', async () => {
  const { url, api } = await startQueued();
  api.respond = () => ({ status: 'REJECTED', reason: 'no' });
  await post(url);
  await vi.waitFor(async () => expect(await underwayOf(url)).toBe(0), soon);
  expect(api.ingestCalls).toHaveLength(1);
  expect(api.deadLetters).toHaveLength(0);
});

it('brings what never passes to the dead letters, with the reason', async () => {
  const { url, api } = await startQueued();
  const lost = makeBatch();
  api.respond = ({ view }) => ({
    status: view === lost.view ? 'RETRY' : 'ACCEPTED',
    reason: null,
  });
  expect(await post(url, JSON.stringify(lost))).toMatchObject({ status: 202 });
  expect(await post(url, makePacked())).toMatchObject({ status: 202 });
  await vi.waitFor(() => expect(api.deadLetters).toHaveLength(1), soon);
  expect(api.deadLetters.map(decodeIncoming)).toEqual([lost]);
  const { batch = '' } = api.deadLetters[0] ?? {};
  expect(decodeIncoming(JSON.parse(batch))).toEqual(lost);
  expect(api.deadLetters[0]).toMatchObject({
    site: 'shop',
    reason: expect.stringContaining('any delivery'),
    receivedAt: expect.stringMatching(/^\d{4}-.*Z$/),
  });
  await vi.waitFor(async () => expect(await underwayOf(url)).toBe(0), soon);
});

it('keeps a batch through a time without API', async () => {
  const { url, api } = await startPair([siteOf('shop')], {
    forward: 'queue',
    queue: { ...queue, maxRetries: 100 },
  });
  await post(url);
  api.failure = 503;
  const during = makeBatch();
  expect(await post(url, JSON.stringify(during))).toMatchObject({ status: 202 });
  api.failure = undefined;
  await vi.waitFor(async () => expect(await underwayOf(url)).toBe(0), soon);
  const views = api.ingestCalls.flatMap(({ batches }) =>
    batches.map((b) => decodeIncoming(b).view),
  );
  expect(views).toContain(during.view);
});
