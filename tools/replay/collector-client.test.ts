import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { ensureCollector, makeCollectorClient } from './collector-client.ts';
import { makeSessionId, playRecording } from './play-recording.ts';

let stop = () => Promise.resolve();
afterEach(() => stop());

/** A collector that gives these answers, one after another. */
async function startCollector(...answers: readonly (readonly [status: number, body: string])[]) {
  const requests: { headers: IncomingMessage['headers']; bytes: number }[] = [];
  const server = createServer(async (request, response) => {
    let bytes = 0;
    for await (const chunk of request) bytes += chunk.length;
    const [status, body] = answers[requests.length] ?? [500, ''];
    requests.push({ headers: request.headers, bytes });
    response.writeHead(status).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stop = () => new Promise((resolve) => server.close(() => resolve()));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/v1/batches`, requests };
}

function playOne() {
  const recording = {
    file: 'a.csv',
    source: 's',
    person: 'a',
    url: 'https://replay.example/desktop',
    viewportWidth: 10,
    viewportHeight: 10,
    rows: [{ tMs: 0, kind: 'move', x: 1, y: 1 } as const],
  };
  const play = { site: 'replay', session: makeSessionId(), startedAt: 1e12, sampleMs: 0 };
  const [batch] = playRecording(recording, play);
  if (!batch) throw new Error('A row makes a batch.');
  return batch;
}

it('sends a batch as a replay, with its time of arrival', async () => {
  const { url, requests } = await startCollector([202, '{}']);
  const batch = playOne();
  await makeCollectorClient({ url, secret: 'hush' })(batch);
  expect(requests).toMatchObject([
    {
      headers: { 'x-trailgraph-replay': 'hush', 'x-trailgraph-received-at': String(batch.sentAt) },
      bytes: batch.packed.length,
    },
  ]);
});

it('says of a batch that is not its own which browser it came from, and where', async () => {
  const { url, requests } = await startCollector([202, '{}']);
  const batch = { ...playOne(), userAgent: 'Firefox/145.0', country: 'SE' };
  await makeCollectorClient({ url, secret: 'hush' })(batch);
  expect(requests[0]?.headers).toMatchObject({
    'user-agent': 'Firefox/145.0',
    'x-trailgraph-country': 'SE',
  });
});

it('tries again where the collector is busy', async () => {
  const { url, requests } = await startCollector([429, ''], [503, ''], [202, '{}']);
  await makeCollectorClient({ url, secret: 'hush' })(playOne());
  expect(requests).toHaveLength(3);
});

it('waits until the collector has heard of a site made a moment ago', async () => {
  const unknown = '{"status":403,"place":"site","reason":"is not known"}';
  const { url, requests } = await startCollector([403, unknown], [202, '{}']);
  await makeCollectorClient({ url, secret: 'hush' })(playOne());
  expect(requests).toHaveLength(2);
});

it('gives up at once where a batch or the secret is refused, and says why', async () => {
  const { url } = await startCollector([400, '{"place":"moves"}'], [403, 'The secret is wrong.']);
  const send = makeCollectorClient({ url, secret: 'hush' });
  await expect(send(playOne())).rejects.toThrow(
    'refuses a batch: it answers 400 {"place":"moves"}',
  );
  await expect(send(playOne())).rejects.toThrow('REPLAY_SECRET');
});

it('says how to start a collector that is not running', async () => {
  const { url } = await startCollector();
  await stop();
  stop = () => Promise.resolve();
  await expect(ensureCollector(url)).rejects.toThrow('npm start');
});
