import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type OpenedApi, openTestApi } from '../testing/test-api.ts';
import { analyzeSession, type ToldAnalysis } from './testing/ask-analysis.ts';
import { makeCalmSession, plantedSessions } from './testing/planted-sessions.ts';

let api: OpenedApi;

beforeAll(async () => {
  api = await openTestApi(inject('mongodbUri'), 'insights-planted');
  await api.take([...plantedSessions, makeCalmSession()].flatMap(({ arrivals }) => arrivals));
});
afterAll(() => api.stop());

async function analyze(id: string): Promise<ToldAnalysis> {
  const told = await api.ask<{ analyzeSession: ToldAnalysis }>(analyzeSession, { id });
  return told.analyzeSession;
}

test('there are ten planted problems or more', () => {
  expect(plantedSessions.length).toBeGreaterThanOrEqual(10);
});

test.each(plantedSessions)('$name is the main problem, with its proof', async (planted) => {
  const { mainProblem, analyzer, notice } = await analyze(planted.session);
  expect(mainProblem?.title).toMatch(planted.title);
  expect(mainProblem?.evidence[0]?.kind).toBe(planted.kind);
  expect(new Set(mainProblem?.evidence.map(({ sessionId }) => sessionId))).toEqual(
    new Set([planted.session]),
  );
  if (planted.moments.length > 0) {
    const moments = mainProblem?.evidence.map(({ tMs }) => tMs) ?? [];
    expect(moments.toSorted((a, b) => a - b)).toEqual(planted.moments.toSorted((a, b) => a - b));
  }
  expect({ analyzer, code: notice?.code }).toEqual({ analyzer: 'RULES', code: 'NO_KEY' });
});

test.each(plantedSessions)('of $name there is as much to say as a model says', async (planted) => {
  const { insights, recommendations, mainProblem } = await analyze(planted.session);
  expect(insights.length).toBeGreaterThanOrEqual(4);
  expect(insights.length).toBeLessThanOrEqual(6);
  expect(recommendations.length).toBeGreaterThanOrEqual(3);
  expect(recommendations.length).toBeLessThanOrEqual(4);
  const all = [mainProblem, ...insights, ...recommendations];
  for (const finding of all) expect(finding?.evidence.length).toBeGreaterThan(0);
  expect(new Set(insights.map(({ title }) => title)).size).toBe(insights.length);
});

test.each(plantedSessions)('all evidence of $name is among its events', async ({ session }) => {
  const { insights, mainProblem } = await analyze(session);
  const { events } = await api.ask<{ events: { nodes: { id: string; tMs: number }[] } }>(
    'query ($session: ID!) { events(session: $session, first: 1000) { nodes { id tMs } } }',
    { session },
  );
  const times = new Map(events.nodes.map(({ id, tMs }) => [id, tMs]));
  const unlisted = ['THRASH', 'EXCESSIVE_SCROLL'];
  for (const { evidence } of [...insights, ...(mainProblem ? [mainProblem] : [])]) {
    for (const { id, tMs, kind } of evidence) {
      if (!unlisted.includes(kind)) expect(times.get(id)).toBe(tMs);
    }
  }
});

test('a control that does nothing is not praised for its place', async () => {
  const [dead] = plantedSessions;
  const { mainProblem, insights, recommendations } = await analyze(dead?.session ?? '');
  const [name] = mainProblem?.title.match(/^\S+/) ?? [];
  const titles = [...insights, ...recommendations].map(({ title }) => title);
  expect(titles).not.toContain(`Most presses were on ${name}`);
  expect(titles).not.toContain(`Put ${name} where it is needed`);
});

test('where nothing is wrong no problem is made up', async () => {
  const { mainProblem, insights, recommendations } = await analyze(makeCalmSession().session);
  expect(mainProblem).toBeNull();
  expect(insights.length).toBeGreaterThanOrEqual(4);
  expect(recommendations.length).toBeGreaterThanOrEqual(3);
  for (const { severity } of insights) expect(severity).toBe('LOW');
});
