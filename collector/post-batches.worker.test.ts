import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { limits } from '../schema/limits.ts';
import { readExample } from '../schema/wire/testing/format-example.ts';
import { makeBatch, makePacked, page, post } from './testing/batches.ts';
import { startPair } from './testing/start.ts';
import { decodeIncoming, siteOf } from './testing/stub-api.ts';

const { siteChars } = limits;

describe('POST /v1/batches', () => {
  it('takes a packed batch and hands it on byte by byte', async () => {
    const { url, api } = await startPair();
    const packed = makePacked();
    expect(await post(url, packed)).toMatchObject({ status: 202 });
    expect(api.ingestCalls[0]?.batches[0]?.body).toBe(Buffer.from(packed).toString('base64'));
  });

  it('takes the same batch as plain JSON, with its own time of sending', async () => {
    const { url, api } = await startPair();
    const batch = makeBatch({ seq: 0, page });
    expect(await post(url, `\ufeff${JSON.stringify(batch, null, 2)}`)).toMatchObject({
      status: 202,
    });
    expect(api.ingestCalls[0]?.batches.map(decodeIncoming)).toEqual([batch]);
  });

  it('takes the example of FORMAT.md as it stands there', async () => {
    const { url, api } = await startPair();
    expect(await post(url, readExample())).toMatchObject({ status: 202 });
    expect(api.ingestCalls[0]?.batches.map(decodeIncoming)).toEqual([JSON.parse(readExample())]);
  });

  it('fills in the site where there is only one', async () => {
    const { url, api } = await startPair();
    expect(await post(url, makePacked({ site: '' }))).toMatchObject({ status: 202 });
    expect(api.ingestCalls[0]?.batches.map(decodeIncoming)[0]?.site).toBe('shop');
  });

  it('drops query parameters that the site did not list', async () => {
    const { url, api } = await startPair([siteOf('shop', { keptParameters: ['page'] })]);
    await post(
      url,
      makePacked({ seq: 0, page: { ...page, url: 'https://shop.example/?page=2&mail=a' } }),
    );
    const [batch] = api.ingestCalls[0]?.batches.map(decodeIncoming) ?? [];
    expect(batch?.page).toMatchObject({ url: 'https://shop.example/?page=2', sentAt: page.sentAt });
  });

  it('records nothing of the site’s own addresses, and says so', async () => {
    const { url, api } = await startPair([
      siteOf('shop', { excludedAddresses: ['203.0.113.0/24'] }),
    ]);
    const own = await post(url, makePacked(), { 'cf-connecting-ip': '203.0.113.7' });
    expect(own).toMatchObject({ status: 202, reason: expect.stringContaining('excluded') });
    await post(url, makePacked(), { 'cf-connecting-ip': '203.0.114.7' });
    expect(api.ingestCalls).toHaveLength(1);
  });
});

/** What, the body, the place and the reason. */
const malformed: [string, string | Uint8Array<ArrayBuffer>, string, RegExp][] = [
  ['an empty body', '', 'body', /empty/],
  ['broken JSON', '{"v":1,', 'body', /is not JSON/],
  ['a list', '[1]', 'session', /is missing|is no/],
  ['JSON with a wrong field', JSON.stringify({ ...makeBatch(), seq: -1 }), 'seq', /-1/],
  ['a wrong event', JSON.stringify({ ...makeBatch(), events: [{}] }), 'events[0].type', /type/],
  ['unknown bytes', new Uint8Array([0x55, 1, 2]), 'version', /0x55/],
  ['a batch cut off', makePacked().slice(0, 30), 'view', /cut off \(byte \d+\)/],
  [
    'a clock at 0',
    JSON.stringify({ ...makeBatch(), seq: 0, page: { ...page, sentAt: 0 } }),
    'page.sentAt',
    /0/,
  ],
  [
    'a view that began long before it was sent',
    makePacked({ seq: 0, page: { ...page, startedAt: 1 } }),
    'page.startedAt',
    /90 days/,
  ],
  [
    'a view that begins in the future',
    makePacked({ seq: 0, page: { ...page, startedAt: page.sentAt + 90_000_000 } }),
    'page.startedAt',
    /after/,
  ],
];

describe('POST /v1/batches refuses', () => {
  it.each(malformed)('%s with 400, place and reason', async (_, body, place, reason) => {
    const { url, api } = await startPair();
    const answer = await post(url, body);
    expect(answer).toMatchObject({ status: 400, place, reason: expect.stringMatching(reason) });
    expect(api.ingestCalls).toHaveLength(0);
  });

  it('what is too large with 413', async () => {
    const { url } = await startPair();
    const packed = new Uint8Array(limits.batchBytes + 1).fill(0x10);
    expect(await post(url, packed)).toMatchObject({ status: 413, place: 'body' });
    expect(await post(url, ' '.repeat(limits.jsonBatchBytes + 1))).toMatchObject({ status: 413 });
    const long = Array.from({ length: 300 }, (_, index) => ({ index, path: 'x'.repeat(300) }));
    const batch = JSON.stringify({ ...makeBatch(), elements: long });
    expect(await post(url, batch)).toMatchObject({ status: 413 });
  });

  it('what is too large with 413 once it is read, so that its sender sees the answer', async () => {
    const { url } = await startPair();
    const half = ' '.repeat(limits.jsonBatchBytes - 1_000);
    const known = await postInParts(url, `Content-Length: ${2 * half.length}`, [half, half]);
    expect(known).toMatchObject({ before: '', answer: expect.stringContaining('HTTP/1.1 413') });
    const chunk = `${half.length.toString(16)}\r\n${half}\r\n`;
    const last = `${chunk}0\r\n\r\n`;
    const unknown = await postInParts(url, 'Transfer-Encoding: chunked', [chunk, last]);
    expect(unknown).toMatchObject({ before: '', answer: expect.stringContaining('HTTP/1.1 413') });
  });

  it('an unknown site, and no site where there are several, with 403', async () => {
    const { url } = await startPair([siteOf('shop'), siteOf('blog')]);
    const unknown = await post(url, makePacked({ site: 'x'.repeat(siteChars) }));
    expect(unknown).toMatchObject({ status: 403, place: 'site', reason: 'is not known' });
    expect(await post(url, makePacked({ site: '' }))).toMatchObject({ status: 403, place: 'site' });
  });

  it('a page of another origin, or of none, with 403', async () => {
    const { url } = await startPair([siteOf('shop', { origins: ['https://shop.example'] })]);
    const from = (origin: string) => post(url, makePacked(), { origin });
    expect(await from('https://shop.example')).toMatchObject({ status: 202 });
    expect(await from('https://evil.example')).toMatchObject({ status: 403 });
    expect(await post(url)).toMatchObject({ status: 403 });
  });

  it('crawlers with 403', async () => {
    const { url } = await startPair();
    const headers = {
      'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://google.com/bot.html)',
    };
    expect(await post(url, makePacked(), headers)).toMatchObject({ status: 403 });
  });

  it('other methods with 405 and other paths with 404', async () => {
    const { url } = await startPair();
    expect((await fetch(`${url}/v1/batches`)).status).toBe(405);
    expect((await fetch(`${url}/t.js`, { method: 'POST' })).status).toBe(405);
    expect((await fetch(`${url}/v1/batch`)).status).toBe(404);
  });
});

/** A body without length: chunks of 1 kB of spaces. */
/**
 * Sends a request in two parts, the second once another request has been answered.
 *
 * @returns what had been answered by then, and the answer
 */
async function postInParts(url: string, header: string, parts: readonly [string, string]) {
  const { port, host } = new URL(url);
  const socket = connect(Number(port), '127.0.0.1');
  let early = '';
  socket.once('data', (data) => {
    early = String(data);
  });
  const answer = once(socket, 'data');
  socket.write(`POST /v1/batches HTTP/1.1\r\nHost: ${host}\r\n${header}\r\n\r\n${parts[0]}`);
  await post(url);
  const before = early;
  socket.write(parts[1]);
  const [data] = await answer;
  socket.destroy();
  return { before, answer: String(data) };
}
