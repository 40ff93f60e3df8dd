import { expect, it, vi } from 'vitest';
import { makeBatch, makePacked, post } from '../testing/batches.ts';
import { startPair } from '../testing/start.ts';

it.each(['ACCEPTED', 'DUPLICATE'] as const)(
  'answers 202 to what the API calls %s',
  async (status) => {
    const { url, api } = await startPair();
    api.respond = () => ({ status, reason: null });
    expect(await post(url)).toMatchObject({ status: 202 });
  },
);

it('answers 400 with the reason to what the API rejects', async () => {
  const { url, api } = await startPair();
  api.respond = () => ({ status: 'REJECTED', reason: 'its visitor was erased' });
  expect(await post(url)).toMatchObject({ status: 400, reason: 'its visitor was erased' });
});

it('asks to come again where the API does', async () => {
  const { url, api } = await startPair();
  api.respond = () => ({ status: 'RETRY', reason: null });
  const answer = await post(url);
  expect(answer).toMatchObject({ status: 503 });
  expect(answer.headers.get('retry-after')).toBe('5');
});

it.each([500, 503, 401, 403, 429, 0])(
  'asks to come again where the API fails (%s), and recovers',
  async (status) => {
    const { url, api } = await startPair();
    api.failure = status;
    expect(await post(url)).toMatchObject({ status: 503 });
    api.failure = undefined;
    expect(await post(url)).toMatchObject({ status: 202 });
  },
);

it('gives each batch of a shared call its own result', async () => {
  const { url, api } = await startPair();
  api.respond = ({ seq }) =>
    seq % 3 === 0
      ? { status: 'REJECTED', reason: `seq ${seq}` }
      : { status: seq % 3 === 1 ? 'ACCEPTED' : 'RETRY', reason: null };
  await post(url, makePacked({ seq: 1 }));
  const seqs = Array.from({ length: 150 }, (_, i) => i + 1);
  const answers = await Promise.all(seqs.map((seq) => post(url, makePacked({ seq }))));
  for (const [i, answer] of answers.entries()) {
    const seq = seqs[i] ?? 0;
    expect(answer.status).toBe([400, 202, 503][seq % 3]);
    if (seq % 3 === 0) expect(answer.reason).toBe(`seq ${seq}`);
  }
  expect(api.ingestCalls.length).toBeLessThan(100);
  expect(Math.max(...api.ingestCalls.map(({ batches }) => batches.length))).toBeLessThanOrEqual(
    100,
  );
});

it('lets the others of a call through where one makes the API refuse it as a whole', async () => {
  const { url, api } = await startPair();
  const poison = makeBatch();
  api.errorFor = (batches) =>
    batches.some(({ view }) => view === poison.view)
      ? 'Batch cannot represent the value.'
      : undefined;
  const [bad, ...good] = await Promise.all([
    post(url, JSON.stringify(poison)),
    ...Array.from({ length: 20 }, () => post(url)),
  ]);
  expect(bad).toMatchObject({ status: 503 });
  expect(good.map(({ status }) => status)).toEqual(new Array(20).fill(202));
});

it('answers the others of a call although the sender that began it is gone', async () => {
  const { url, api } = await startPair();
  let release: () => void = () => {};
  api.hold = new Promise<void>((resolve) => {
    release = resolve;
  });
  const leaving = new AbortController();
  const send = (signal: AbortSignal | null) =>
    fetch(`${url}/v1/batches`, { method: 'POST', body: makePacked(), signal }).then(
      ({ status }) => status,
      () => 'gone',
    );
  // Whichever comes first begins a call; those that leave are most likely among the first.
  const gone = Array.from({ length: 10 }, () => send(leaving.signal));
  const staying = Array.from({ length: 10 }, () => send(null));
  const arrived = () => api.ingestCalls.flatMap(({ batches }) => batches).length;
  await vi.waitFor(() => expect(arrived()).toBe(20), { timeout: 10_000 });
  leaving.abort();
  expect(await Promise.all(gone)).toEqual(new Array(10).fill('gone'));
  release();
  expect(await Promise.all(staying)).toEqual(new Array(10).fill(202));
});
