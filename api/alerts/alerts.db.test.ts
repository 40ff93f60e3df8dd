import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, inject, test, vi } from 'vitest';
import { emptyDatabase, startTestApi, type TestApi } from '../testing/start-test-api.ts';
import { makeVisit } from '../testing/test-api.ts';

interface Call {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}
interface Firing {
  readonly id: string;
  readonly alertName: string;
  readonly message: string;
  readonly delivery: string;
  readonly attempts: number;
  readonly endedAt: string | null;
  readonly isTest: boolean;
  readonly problem: string | null;
}

let apis: TestApi[];
let receiver: Server;
let hook: string;
const calls: Call[] = [];
/** Statuses of the next answers; then 200. */
const answers: number[] = [];
const wait = { timeout: 10_000, interval: 20 };

beforeAll(async () => {
  receiver = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      calls.push({ headers: request.headers, body });
      response.writeHead(answers.shift() ?? 200).end();
    });
  });
  await new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done));
  hook = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
  const uri = await emptyDatabase(inject('mongodbUri'), 'alerts_test');
  const alertTimes = { everyMs: 60, retryMs: [50, 50] };
  apis = [await startTestApi(uri, { alertTimes }), await startTestApi(uri, { alertTimes })];
});
afterAll(async () => {
  for (const api of apis) await api.stop();
  receiver.closeAllConnections();
  await new Promise((done) => receiver.close(done));
});
beforeEach(() => {
  calls.length = 0;
  answers.length = 0;
});

async function ask<T>(query: string, variables: object = {}): Promise<T> {
  const answer = await apis[0]?.ask<T>(query, variables as Record<string, unknown>);
  if (!answer?.data) throw new Error(JSON.stringify(answer?.errors));
  return answer.data;
}
async function create(input: object): Promise<{ id: string; secret: string }> {
  const { createAlert } = await ask<{ createAlert: { secret: string; alert: { id: string } } }>(
    'mutation ($input: AlertInput!) { createAlert(input: $input) { secret alert { id } } }',
    { input: { webhookUrl: hook, ...input } },
  );
  return { id: createAlert.alert.id, secret: createAlert.secret };
}
async function firingsOf(name: string): Promise<Firing[]> {
  const { alertFirings } = await ask<{ alertFirings: Firing[] }>(
    '{ alertFirings { id alertName message delivery attempts endedAt isTest problem } }',
  );
  return alertFirings.filter(({ alertName }) => alertName === name);
}
const remove = (id: string) => ask('mutation ($id: ID!) { deleteAlert(id: $id) }', { id });
/** Presses that nothing answers, now, on a page of their own. */
async function pressInVain(page: string, presses: number): Promise<void> {
  const startedAt = Date.now() - 1_000;
  const session = `${page}-${presses}`;
  const visit = makeVisit({
    session,
    visitor: session,
    startedAt,
    url: `https://shop.test${page}`,
  });
  const element = visit.element({ tag: 'button', path: 'main > button' });
  for (let i = 0; i < presses; i++) {
    visit.press({ t: i * 2_000, element, x: 5, y: 5, flags: 2 }, { kind: 0, afterMs: 5_000 });
  }
  await apis[0]?.ingest([visit.arrive(presses * 2_000 + 6_000)]);
}

test('an alert calls its webhook once, signed, however many processes look', async () => {
  const rule = { metric: 'DEAD_CLICKS', threshold: 4, page: '/once' };
  const { id, secret } = await create({ name: 'once', ...rule });
  await pressInVain('/once', 5);
  await vi.waitFor(async () => {
    expect(await firingsOf('once')).toMatchObject([{ delivery: 'DELIVERED', attempts: 1 }]);
  }, wait);
  const [call] = calls;
  const { headers, body } = call ?? { headers: {}, body: '' };
  const signed = createHmac('sha256', secret).update(`${headers['trailgraph-timestamp']}.${body}`);
  expect(headers['trailgraph-signature']).toBe(`sha256=${signed.digest('hex')}`);
  expect(Math.abs(Date.now() / 1000 - Number(headers['trailgraph-timestamp']))).toBeLessThan(60);
  const [firing] = await firingsOf('once');
  expect(headers['trailgraph-delivery']).toBe(firing?.id);
  expect(JSON.parse(body)).toMatchObject({
    ...{ id: firing?.id, site: 'shop', alert: { name: 'once' }, value: 5, test: false },
    message: 'Dead clicks of /once: 5 over 1 hour, above 4',
  });
  // Both have looked many times since, as a later alert is told by them.
  const later = await create({ name: 'later', metric: 'DEAD_CLICKS', threshold: 4, page: '/once' });
  await vi.waitFor(async () => {
    expect(await firingsOf('later')).toMatchObject([{ delivery: 'DELIVERED' }]);
  }, wait);
  expect(await firingsOf('once')).toHaveLength(1);
  expect(calls).toHaveLength(2);
  await Promise.all([remove(id), remove(later.id)]);
});

test('exactly the threshold is not above it; when the rule no longer holds, the firing ends', async () => {
  const rule = { metric: 'DEAD_CLICKS', threshold: 4, page: '/edge' };
  const { id } = await create({ name: 'edge', ...rule });
  await pressInVain('/edge', 4);
  const { id: witness } = await create({ name: 'witness', ...rule, threshold: 3 });
  await vi.waitFor(async () => expect(await firingsOf('witness')).toHaveLength(1), wait);
  expect(await firingsOf('edge')).toEqual([]);
  await ask('mutation ($id: ID!) { updateAlert(id: $id, input: { threshold: 9 }) { id } }', {
    id: witness,
  });
  await vi.waitFor(async () => {
    expect((await firingsOf('witness'))[0]?.endedAt).not.toBeNull();
  }, wait);
  await Promise.all([remove(id), remove(witness)]);
});

test('a call that fails is tried again, the same, and given up after the last pause', async () => {
  answers.push(500, 503);
  const rule = { metric: 'DEAD_CLICKS', threshold: 4, page: '/once' };
  const { id } = await create({ name: 'retried', ...rule });
  await vi.waitFor(async () => {
    expect(await firingsOf('retried')).toMatchObject([{ delivery: 'DELIVERED', attempts: 3 }]);
  }, wait);
  expect(new Set(calls.map(({ headers }) => headers['trailgraph-delivery'])).size).toBe(1);
  expect(new Set(calls.map(({ body }) => body)).size).toBe(1);
  answers.push(500, 302, 404);
  const { id: hopeless } = await create({ name: 'hopeless', ...rule });
  await vi.waitFor(async () => {
    expect(await firingsOf('hopeless')).toMatchObject([
      { delivery: 'FAILED', attempts: 3, problem: 'It answered 404.' },
    ]);
  }, wait);
  await Promise.all([remove(id), remove(hopeless)]);
});

test('a silenced alert is written down and calls nobody; a test of it calls all the same', async () => {
  const rule = { metric: 'DEAD_CLICKS', threshold: 100, page: '/once' };
  const { id } = await create({ name: 'quiet', ...rule });
  const until = new Date(Date.now() + 3_600_000).toISOString();
  await ask(
    'mutation ($id: ID!, $until: DateTime) { silenceAlert(id: $id, until: $until) { id } }',
    {
      ...{ id, until },
    },
  );
  await ask('mutation ($id: ID!) { updateAlert(id: $id, input: { threshold: 4 }) { id } }', { id });
  await vi.waitFor(async () => {
    expect(await firingsOf('quiet')).toMatchObject([{ delivery: 'SILENCED', attempts: 0 }]);
  }, wait);
  await ask('mutation ($id: ID!) { testAlert(id: $id) { id } }', { id });
  await vi.waitFor(async () => {
    expect(await firingsOf('quiet')).toMatchObject([
      { isTest: true, delivery: 'DELIVERED' },
      { isTest: false, delivery: 'SILENCED' },
    ]);
  }, wait);
  expect(calls.map(({ body }) => (JSON.parse(body) as { test: boolean }).test)).toEqual([true]);
  await remove(id);
});

test('silence of a page goes off after its minutes, not before', async () => {
  const startedAt = Date.now() - 20 * 60_000;
  const visit = makeVisit({
    ...{ session: 'hush', visitor: 'hush', startedAt, url: 'https://shop.test/hush' },
  });
  await apis[0]?.ingest([visit.arrive(1_000)]);
  const rule = { rule: 'SILENT', page: '/hush' };
  const { id: long } = await create({ name: 'long', ...rule, threshold: 21 });
  const { id: short } = await create({ name: 'short', ...rule, threshold: 19 });
  await vi.waitFor(async () => {
    expect(await firingsOf('short')).toMatchObject([
      { message: 'Nothing came from /hush for 20 minutes' },
    ]);
  }, wait);
  expect(await firingsOf('long')).toEqual([]);
  await Promise.all([remove(long), remove(short)]);
});

test.each([
  ['{ webhookUrl: "ftp://example.com" }', /https/],
  ['{ threshold: -1, webhookUrl: "https://example.com" }', /threshold is 0 or more/],
  ['{ rule: RISEN, threshold: 1, webhookUrl: "https://example.com" }', /a factor above 1/],
  ['{ windowHours: 169, webhookUrl: "https://example.com" }', /windowHours is 1 to 168/],
  ['{ name: " ", webhookUrl: "https://example.com" }', /name has 1 to 200/],
])('%s is refused', async (input, message) => {
  const answer = await apis[0]?.ask(`mutation { createAlert(input: ${input}) { secret } }`);
  expect(answer?.errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  expect(answer?.errors?.[0]?.message).toMatch(message);
});

test('the secret is shown once, and nowhere else', async () => {
  const { id, secret } = await create({ name: 'secret', threshold: 99 });
  const query =
    '{ alerts { id name webhookUrl isFiring } __type(name: "Alert") { fields { name } } }';
  const answer = JSON.stringify(await ask(query));
  expect(answer).toContain(hook);
  expect(answer).not.toContain(secret);
  expect(answer).not.toContain('"secret"}');
  await remove(id);
});
