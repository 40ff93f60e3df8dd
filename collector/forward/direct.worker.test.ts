import { expect, it, vi } from 'vitest';
import { makeBatch, makePacked, post } from '../testing/batches.ts';
import { startPair } from '../testing/start.ts';
import { type StubApi, siteOf } from '../testing/stub-api.ts';

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

/** Makes the API wait with its answers. @returns how many batches it has heard of, and how to let it go on */
function holdAnswers(api: StubApi) {
  let release: () => void = () => {};
  api.hold = new Promise<void>((resolve) => {
    release = resolve;
  });
  const arrived = () => api.ingestCalls.reduce((sum, { batches }) => sum + batches.length, 0);
  return { arrived, release: () => release() };
}

const mostInHand = 1_000;
const slowly = { timeout: 30_000 };

it('turns a flood away at the door while too much waits for the API, and lets everybody in again after', async () => {
  const { url, api } = await startPair([siteOf('shop', { siteBatchesPerMinute: 100_000 })]);
  const { arrived, release } = holdAnswers(api);
  const taken = Array.from({ length: mostInHand }, () => post(url));
  await vi.waitFor(() => expect(arrived()).toBe(mostInHand), slowly);
  // Nothing is read of what is not taken, be it as wrong as it may.
  for (const body of [makePacked(), 'nonsense']) {
    const refused = await post(url, body);
    expect(refused).toMatchObject({ status: 503, retryAfterMs: 5_000 });
    expect(refused.headers.get('retry-after')).toBe('5');
  }
  expect(arrived()).toBe(mostInHand);
  release();
  const statuses = (await Promise.all(taken)).map(({ status }) => status);
  expect(statuses).toEqual(new Array(mostInHand).fill(202));
  expect(await post(url)).toMatchObject({ status: 202 });
}, 60_000);

it('answers the others of a call although the sender that began it is gone', async () => {
  const { url, api } = await startPair();
  const { arrived, release } = holdAnswers(api);
  const leaving = new AbortController();
  const send = (signal: AbortSignal | null) =>
    fetch(`${url}/v1/batches`, { method: 'POST', body: makePacked(), signal }).then(
      ({ status }) => status,
      () => 'gone',
    );
  // Whichever comes first begins a call; those that leave are most likely among the first.
  const gone = Array.from({ length: 10 }, () => send(leaving.signal));
  const staying = Array.from({ length: 10 }, () => send(null));
  await vi.waitFor(() => expect(arrived()).toBe(20), { timeout: 10_000 });
  leaving.abort();
  expect(await Promise.all(gone)).toEqual(new Array(10).fill('gone'));
  release();
  expect(await Promise.all(staying)).toEqual(new Array(10).fill(202));
});
