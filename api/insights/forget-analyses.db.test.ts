import { type Db, MongoClient } from 'mongodb';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { emptyDatabase, startTestApi, type TestApi } from '../testing/start-test-api.ts';
import { analyses } from './analyses-collection.ts';
import { analysisRuns } from './analysis-runs-collection.ts';
import { analyzeSession } from './testing/ask-analysis.ts';
import {
  type FakeGemini,
  fakeKey,
  goodAnswer,
  saying,
  startFakeGemini,
} from './testing/fake-gemini.ts';
import { makeGuideVisits } from './testing/guide-visits.ts';

let gemini: FakeGemini;
let api: TestApi;
let db: Db;
let client: MongoClient;
const visits = makeGuideVisits(Date.now() - 3_600_000, 4);
const [erased = '', other = '', late = ''] = visits.sessions;
const [erasedVisitor = '', , lateVisitor = ''] = visits.visitors;

const deleteVisitor = `mutation ($visitor: String!) {
  deleteVisitor(visitor: $visitor) { remaining { collection documents } }
}`;

beforeAll(async () => {
  const uri = await emptyDatabase(inject('mongodbUri'), 'insights-forget');
  client = await MongoClient.connect(uri);
  db = client.db();
  gemini = await startFakeGemini();
  const settings = { model: 'gemini-3.8-flash', timeoutMs: 20_000, dailyBudgetUsd: 5 };
  api = await startTestApi(uri, {
    gemini: { ...settings, apiKey: fakeKey, baseUrl: gemini.url },
  });
  await api.ingest(visits.arrivals);
});
afterAll(async () => {
  await api.stop();
  await client.close();
  await gemini.stop();
});

const find = (session: string) => analyses.in(db).countDocuments({ site: 'shop', session });

test('an analysis goes with the visitor, and so does one of a page that they are part of', async () => {
  gemini.answerWith(saying(goodAnswer));
  for (const id of [erased, other]) await api.ask(analyzeSession, { id });
  await api.ask('mutation { analyzePage(page: "/guide") { id } }');
  expect([await find(erased), await find(other)]).toEqual([2, 2]);
  const { data } = await api.ask<{
    deleteVisitor: { remaining: { collection: string; documents: number }[] };
  }>(deleteVisitor, { visitor: erasedVisitor });
  expect(data?.deleteVisitor.remaining).toContainEqual({ collection: 'analyses', documents: 0 });
  // Of the other only the page's analysis went: it was made from both.
  expect([await find(erased), await find(other)]).toEqual([0, 1]);
  expect(await analysisRuns.in(db).countDocuments({ session: erased })).toBe(0);
});

test('what a model says of somebody who was erased while it thought is not kept', async () => {
  gemini.asked.length = 0;
  const erasure = Promise.withResolvers<void>();
  gemini.answerWith((asked, response) => {
    void erasure.promise.then(() => saying(goodAnswer)(asked, response));
  });
  const answer = api.ask(analyzeSession, { id: late });
  await expect.poll(() => gemini.asked.length, { timeout: 10_000 }).toBe(1);
  await api.ask(deleteVisitor, { visitor: lateVisitor });
  erasure.resolve();
  expect((await answer).errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
  expect(await find(late)).toBe(0);
  expect(await analysisRuns.in(db).countDocuments({ session: late })).toBe(0);
});
