import { expect, it } from 'vitest';
import { makeBatch, makePacked, post } from '../testing/batches.ts';
import { replaySecret, startPair } from '../testing/start.ts';
import { siteOf } from '../testing/stub-api.ts';

/** The statuses of batches sent one after another. */
async function sendInTurn(url: string, bodies: readonly Uint8Array<ArrayBuffer>[], headers = {}) {
  const statuses: number[] = [];
  for (const body of bodies) statuses.push((await post(url, body, headers)).status);
  return statuses;
}

const { visitor } = makeBatch();
const ofOneVisitor = (count: number) =>
  Array.from({ length: count }, (_, seq) => makePacked({ visitor, seq: seq + 1 }));

it('takes 120 batches a minute from a visitor by default, and says when to come again', async () => {
  const { url } = await startPair();
  const statuses = await sendInTurn(url, ofOneVisitor(121));
  expect(statuses.slice(0, 120)).toEqual(new Array(120).fill(202));
  expect(statuses[120]).toBe(429);
  const answer = await post(url, makePacked({ visitor }));
  const seconds = Number(answer.headers.get('retry-after'));
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(60);
  expect(answer.retryAfterMs).toBeLessThanOrEqual(60_000);
  expect(await post(url)).toMatchObject({ status: 202 });
});

it('keeps to each site’s own limits, and not to another’s', async () => {
  const few = siteOf('few', { visitorBatchesPerMinute: 2 });
  const small = siteOf('small', { siteBatchesPerMinute: 3 });
  const { url } = await startPair([few, small]);
  const of = (site: string, more: object) => makePacked({ site, ...more });
  const toFew = [1, 2, 3].map((seq) => of('few', { visitor, seq }));
  expect(await sendInTurn(url, toFew)).toEqual([202, 202, 429]);
  const toSmall = [1, 2, 3, 4].map((seq) => of('small', { seq }));
  expect(await sendInTurn(url, toSmall)).toEqual([202, 202, 202, 429]);
});

it('lifts them for a replay', async () => {
  const { url } = await startPair([siteOf('shop', { visitorBatchesPerMinute: 1 })]);
  const headers = { 'x-trailgraph-replay': replaySecret };
  expect(await sendInTurn(url, ofOneVisitor(3), headers)).toEqual([202, 202, 202]);
});

it('asks the location’s limits too, where the site’s own are no higher', async () => {
  const rateBindings = { visitor: 2, site: 6_000 };
  const many = siteOf('many', { visitorBatchesPerMinute: 10_000 });
  const { url } = await startPair([siteOf('shop'), many], { rateBindings });
  expect(await sendInTurn(url, ofOneVisitor(3))).toEqual([202, 202, 429]);
  const toMany = [1, 2, 3].map((seq) => makePacked({ site: 'many', visitor, seq }));
  expect(await sendInTurn(url, toMany)).toEqual([202, 202, 202]);
});
