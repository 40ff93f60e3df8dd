import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { subscribe } from '../testing/subscribe.ts';
import { type OpenedApi, openTestApi } from '../testing/test-api.ts';
import { analysisFields, type ToldAnalysis } from './testing/ask-analysis.ts';
import { makeGuideVisits } from './testing/guide-visits.ts';

const analyzePage = `mutation ($page: String!, $days: Int) {
  analyzePage(page: $page, days: $days) { ...Told page }
} ${analysisFields}`;

let api: OpenedApi;
const visits = makeGuideVisits(Date.now() - 3_600_000, 12);

beforeAll(async () => {
  api = await openTestApi(inject('mongodbUri'), 'insights-page');
  await api.take(visits.arrivals);
});
afterAll(() => api.stop());

async function analyze(page: string): Promise<ToldAnalysis> {
  const told = await api.ask<{ analyzePage: ToldAnalysis }>(analyzePage, { page, days: 7 });
  return told.analyzePage;
}

test('content below everyone’s scroll depth is found over many sessions', async () => {
  const { mainProblem, sessions, insights, recommendations } = await analyze('/guide');
  expect(sessions).toBe(12);
  expect(mainProblem?.title).toBe('The lower 70 % of /guide was never seen');
  expect(mainProblem?.detail).toContain('in 12 of 12 sessions');
  expect(new Set(mainProblem?.evidence.map(({ sessionId }) => sessionId)).size).toBeGreaterThan(3);
  expect(insights.length).toBeGreaterThanOrEqual(4);
  expect(recommendations.length).toBeGreaterThanOrEqual(3);
});

test('a dead button says in how many sessions it failed, and points into them', async () => {
  const { mainProblem } = await analyze('https://shop.test/checkout');
  expect(mainProblem?.title).toBe('button#pay does nothing when pressed');
  expect(mainProblem?.detail).toContain('in 4 of 12 sessions');
  const sessions = new Set(mainProblem?.evidence.map(({ sessionId }) => sessionId));
  expect(sessions).toEqual(new Set(visits.whoPressed));
  expect(mainProblem?.evidence.every(({ kind }) => kind === 'DEAD_CLICK')).toBe(true);
});

test('what was found is kept, the newest first', async () => {
  const first = await analyze('/guide');
  const second = await analyze('/guide');
  const { pageAnalyses } = await api.ask<{ pageAnalyses: { id: string }[] }>(
    '{ pageAnalyses(page: "/guide") { id } }',
  );
  expect(pageAnalyses.slice(0, 2).map(({ id }) => id)).toEqual([second.id, first.id]);
});

test('of a page that nobody visited there is nothing to say', async () => {
  const refusal = await api.refusal('mutation { analyzePage(page: "/nowhere") { id } }');
  expect(refusal).toBe('NOT_FOUND: Nobody visited this page in that time.');
  const days = await api.refusal('mutation { analyzePage(page: "/guide", days: 0) { id } }');
  expect(days).toMatch(/^BAD_USER_INPUT/);
});

test('progress is of a session or of a page, and of one that the viewer may see', async () => {
  const ask = async (args: string) => {
    const told = subscribe(api.url, `subscription { analysisProgress${args} { stage } }`);
    await expect.poll(() => told.errors).toHaveLength(1);
    await told.stop();
    return told.errors[0];
  };
  expect(await ask('')).toBe('BAD_USER_INPUT');
  expect(await ask('(session: "none")')).toBe('NOT_FOUND');
  expect(await ask('(page: "/guide", site: "none")')).toBe('NOT_FOUND');
});
