import { expect, it } from 'vitest';
import { makePacked, page, post } from './testing/batches.ts';
import { replaySecret, startPair } from './testing/start.ts';
import { siteOf } from './testing/stub-api.ts';

const replay = { 'x-trailgraph-replay': replaySecret };
const crawler = { 'user-agent': 'Googlebot/2.1 (+http://www.google.com/bot.html)' };
const old = () => makePacked({ seq: 0, page: { ...page, startedAt: 1 } });

it('lifts the crawler and clock checks, and needs no origin', async () => {
  const { url } = await startPair([siteOf('shop', { origins: ['https://shop.example'] })]);
  expect(await post(url, old(), { ...replay, ...crawler })).toMatchObject({ status: 202 });
});

it('may say when its batches arrived; nobody else may', async () => {
  const { url, api } = await startPair();
  const header = { 'x-trailgraph-received-at': '1700000000000' };
  await post(url, makePacked(), { ...replay, ...header });
  await post(url, makePacked(), header);
  const times = api.ingestCalls.flatMap(({ batches }) => batches.map((b) => b.receivedAt));
  expect(times[0]).toBe(1_700_000_000_000);
  expect(times[1]).toBeGreaterThan(1_750_000_000_000);
});

it('may say which country its batches came from; nobody else may', async () => {
  const { url, api } = await startPair();
  const header = { 'x-trailgraph-country': 'SE' };
  await post(url, makePacked(), { ...replay, ...header });
  await post(url, makePacked(), header);
  const countries = api.ingestCalls.flatMap(({ batches }) => batches.map((b) => b.country));
  expect(countries).toEqual(['SE', null]);
});

it('is told of a wrong time of arrival', async () => {
  const { url } = await startPair();
  const header = { 'x-trailgraph-received-at': 'yesterday' };
  expect(await post(url, makePacked(), { ...replay, ...header })).toMatchObject({
    status: 400,
    place: 'x-trailgraph-received-at',
  });
});

it.each(['wrong', '', `${replaySecret}x`])('refuses the wrong secret “%s”', async (secret) => {
  const { url } = await startPair();
  const answer = await post(url, makePacked(), { 'x-trailgraph-replay': secret });
  expect(answer).toMatchObject({ status: 403 });
});

it('is refused where no secret is set', async () => {
  const { url } = await startPair(undefined, { replaySecret: '' });
  expect(await post(url, makePacked(), { 'x-trailgraph-replay': '' })).toMatchObject({
    status: 403,
  });
});
