import { setTimeout as pause } from 'node:timers/promises';
import { type Db, MongoClient } from 'mongodb';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { emptyDatabase, startTestApi, type TestApi } from '../testing/start-test-api.ts';
import { subscribe } from '../testing/subscribe.ts';
import { analyses } from './analyses-collection.ts';
import type { GeminiSettings } from './gemini/settings.ts';
import { spending } from './gemini/spending-collection.ts';
import { analysisFields, analyzeSession, type ToldAnalysis } from './testing/ask-analysis.ts';
import {
  blocking,
  cutOff,
  type FakeAnswer,
  type FakeGemini,
  failing,
  fakeKey,
  goodAnswer,
  hangingUp,
  namesIn,
  overQuota,
  saying,
  silent,
  startFakeGemini,
  stoppedForSafety,
} from './testing/fake-gemini.ts';
import { plantedSessions } from './testing/planted-sessions.ts';

const [dead, rage, slow] = plantedSessions;
let gemini: FakeGemini;
let api: TestApi;
let uri: string;
let db: Db;
let client: MongoClient;

const settings = (): GeminiSettings => ({
  apiKey: fakeKey,
  model: 'gemini-3.8-flash',
  baseUrl: gemini.url,
  timeoutMs: 1_000,
  dailyBudgetUsd: 5,
});

beforeAll(async () => {
  uri = await emptyDatabase(inject('mongodbUri'), 'insights-gemini');
  client = await MongoClient.connect(uri);
  db = client.db();
  gemini = await startFakeGemini();
  api = await startTestApi(uri, { gemini: settings() });
  await api.ingest([dead, rage, slow].flatMap((planted) => planted?.arrivals ?? []));
});
beforeEach(async () => {
  gemini.asked.length = 0;
  await spending.in(db).deleteMany({});
});
afterAll(async () => {
  await api.stop();
  await client.close();
  await gemini.stop();
});

async function analyze(of = dead, from: TestApi = api): Promise<ToldAnalysis> {
  const { data, errors } = await from.ask<{ analyzeSession: ToldAnalysis }>(analyzeSession, {
    id: of?.session,
  });
  if (!data) throw new Error(JSON.stringify(errors));
  return data.analyzeSession;
}

test('the model is asked with a key, a schema and the facts, and what it says is kept', async () => {
  gemini.answerWith(saying(goodAnswer));
  const told = await analyze();
  expect(told).toMatchObject({
    analyzer: 'GEMINI',
    model: 'gemini-3.8-flash',
    notice: null,
    droppedCount: 0,
    confidence: 0.83,
    mainProblem: { title: 'The button is silent', analyzer: 'GEMINI' },
  });
  const [asked] = gemini.asked;
  expect(asked?.path).toBe('/v1beta/models/gemini-3.8-flash:generateContent');
  expect(asked?.key).toBe(fakeKey);
  expect(asked?.body.generationConfig).toMatchObject({
    responseMimeType: 'application/json',
    responseSchema: { type: 'object', required: expect.arrayContaining(['insights']) },
  });
  const query = `query ($id: ID!) { session(id: $id) { analysis { ...Told } } } ${analysisFields}`;
  const stored = await api.ask<{ session: { analysis: ToldAnalysis } }>(query, {
    id: dead?.session,
  });
  expect(stored.data?.session.analysis).toEqual(told);
});

test('it costs what the service counted, its thinking included', async () => {
  gemini.answerWith(saying(goodAnswer));
  const { costUsd } = await analyze();
  // 4,000 tokens in and 1,500 out.
  expect(costUsd).toBeGreaterThan(0);
  const [day] = await spending.in(db).find().toArray();
  expect(day).toMatchObject({ micros: Math.round((costUsd ?? 0) * 1e6), questions: 1 });
});

const failures: readonly (readonly [string, FakeAnswer, object])[] = [
  ['quota', overQuota, { code: 'QUOTA_EXCEEDED', retryAfterSeconds: 37 }],
  ['an error of the service', failing(500, 'INTERNAL', 'oops'), { code: 'SERVICE_FAILED' }],
  ['a service that is overloaded', failing(503, 'UNAVAILABLE', 'busy'), { code: 'SERVICE_FAILED' }],
  ['a time-out', silent, { code: 'TIMED_OUT' }],
  ['JSON that is cut off', cutOff, { code: 'MALFORMED_ANSWER', message: /cut off/ }],
  ['an answer of another form', saying(() => ({ insights: 'none' })), { code: 'MALFORMED_ANSWER' }],
  ['prose', saying(() => 'I would say that …'), { code: 'MALFORMED_ANSWER' }],
  ['a blocked prompt', blocking, { code: 'REFUSED', message: /PROHIBITED_CONTENT/ }],
  ['a filter', stoppedForSafety, { code: 'REFUSED', message: /SAFETY/ }],
  ['a broken connection', hangingUp, { code: 'UNREACHABLE' }],
  [
    'a wrong key',
    failing(400, 'INVALID_ARGUMENT', 'API key not valid. Please pass a valid API key.'),
    { code: 'KEY_REJECTED' },
  ],
  [
    'an unknown model',
    failing(404, 'NOT_FOUND', 'models/x is not found'),
    { code: 'MODEL_UNKNOWN' },
  ],
];

test.each(failures)(
  'after %s the rules answer, and the error is clear',
  async (_, fails, notice) => {
    gemini.answerWith(saying(goodAnswer));
    const before = await analyze(rage);
    gemini.answerWith(fails);
    const told = await analyze(rage);
    const { message = expect.stringMatching(/\w+/), ...rest } = notice as { message?: RegExp };
    const expected = message instanceof RegExp ? expect.stringMatching(message) : message;
    expect(told.notice).toMatchObject({ ...rest, message: expected });
    expect(told).toMatchObject({ analyzer: 'RULES', model: null });
    expect(told.mainProblem?.title).toMatch(rage?.title ?? /^$/);
    // What the model said before is not lost.
    const query = 'query ($id: ID!) { session(id: $id) { analyses { id analyzer } } }';
    const { data } = await api.ask<{ session: { analyses: { id: string; analyzer: string }[] } }>(
      query,
      { id: rage?.session },
    );
    expect(data?.session.analyses[0]).toEqual({ id: told.id, analyzer: 'RULES' });
    expect(data?.session.analyses[1]).toEqual({ id: before.id, analyzer: 'GEMINI' });
  },
);

test('evidence that does not exist is taken off, what has none left is dropped and counted', async () => {
  gemini.answerWith(
    saying((asked) => {
      const answer = goodAnswer(asked);
      const [first, second, ...others] = answer.insights;
      return {
        ...answer,
        insights: [
          { ...first, evidence: ['e9999', 'RXZlbnQ6c2hvcA'] },
          { ...second, evidence: ['e9999', namesIn(asked)[0]] },
          ...others,
        ],
      };
    }),
  );
  const { droppedCount, insights } = await analyze();
  expect(droppedCount).toBe(1);
  expect(insights.map(({ analyzer }) => analyzer)).toEqual(['GEMINI', 'GEMINI', 'GEMINI', 'RULES']);
  expect(insights[0]).toMatchObject({ title: 'Insight 1', evidence: [expect.anything()] });
});

test('a main problem without evidence gives way to that of the rules', async () => {
  gemini.answerWith(
    saying((asked) => {
      const answer = goodAnswer(asked);
      return { ...answer, mainProblem: { ...answer.mainProblem, evidence: ['e12345'] } };
    }),
  );
  const { mainProblem } = await analyze();
  expect(mainProblem?.analyzer).toBe('RULES');
  expect(mainProblem?.title).toMatch(dead?.title ?? /^$/);
});

test('without enough money left for a question nothing is asked', async () => {
  const poor = await startTestApi(uri, {
    gemini: { ...settings(), dailyBudgetUsd: 0.01 },
  });
  gemini.answerWith(saying(goodAnswer));
  const { notice, analyzer } = await analyze(slow, poor);
  await poor.stop();
  expect({ analyzer, code: notice?.code }).toEqual({ analyzer: 'RULES', code: 'BUDGET_SPENT' });
  expect(notice?.retryAfterSeconds).toBeGreaterThan(0);
  expect(gemini.asked).toEqual([]);
});

test('many questions at once stay within the budget together', async () => {
  // Room for one question's most, not for two.
  const gemini2 = { ...settings(), dailyBudgetUsd: 0.12 };
  const apis = await Promise.all([1, 2].map(() => startTestApi(uri, { gemini: gemini2 })));
  gemini.answerWith(saying(goodAnswer));
  const told = await Promise.all(apis.map((one, i) => analyze(i === 0 ? dead : slow, one)));
  await Promise.all(apis.map((one) => one.stop()));
  expect(gemini.asked.length).toBeLessThanOrEqual(2);
  const [day] = await spending.in(db).find().toArray();
  expect(day?.micros).toBeLessThan(120_000);
  expect(told.every(({ mainProblem }) => mainProblem !== null)).toBe(true);
});

test('asked twice at once, in two processes, it pays once', async () => {
  const other = await startTestApi(uri, { gemini: settings() });
  gemini.answerWith((asked, response) => {
    void pause(300).then(() => saying(goodAnswer)(asked, response));
  });
  const [one, two] = await Promise.all([analyze(slow), analyze(slow, other)]);
  await other.stop();
  expect(one.id).toBe(two.id);
  expect(gemini.asked).toHaveLength(1);
});

test('whoever waits hears how far it is', async () => {
  const progress = subscribe<{ analysisProgress: { stage: string; analysis: unknown } }>(
    api.api.url,
    'subscription ($session: ID!) { analysisProgress(session: $session) { stage analysis { id } } }',
    { variables: { session: slow?.session } },
  );
  const stages = () => progress.received.map(({ analysisProgress }) => analysisProgress.stage);
  gemini.answerWith((asked, response) => {
    // The model thinks until somebody has heard that it does.
    void expect
      .poll(stages, { timeout: 900 })
      .toContain('ASKING')
      .then(() => saying(goodAnswer)(asked, response));
  });
  const { id, notice } = await analyze(slow);
  expect(notice).toBeNull();
  await expect.poll(stages).toContain('DONE');
  expect(progress.received.at(-1)?.analysisProgress.analysis).toEqual({ id });
  expect(progress.errors).toEqual([]);
  await progress.stop();
});

test('of one session the last ten analyses are kept', async () => {
  gemini.answerWith(saying(goodAnswer));
  for (let i = 0; i < 12; i++) await analyze(dead);
  expect(await analyses.in(db).countDocuments({ session: dead?.session ?? '' })).toBe(10);
});
