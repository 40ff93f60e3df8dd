import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { makeVisit, type OpenedApi, openTestApi } from '../testing/test-api.ts';

const startedAt = Date.now() - 600_000;

let api: OpenedApi;

/** Sessions that all do the same on the same two pages. */
function visits(from: number, to: number) {
  return Array.from({ length: to - from }, (_, i) => {
    const name = `visit ${from + i}`;
    const visit = makeVisit({
      session: name,
      visitor: name,
      startedAt,
      url: 'https://shop.test/busy',
    });
    const element = visit.element({ tag: 'button', id: 'pay', path: 'button#pay' });
    for (let n = 0; n < 5; n++) visit.press({ t: 100 + n * 100, element, x: 5, y: 5 }, { kind: 0 });
    visit.event('hover', { t: 900, element, durationMs: 1_500 }).move(950, 10, 10);
    return visit.arrive(12_000);
  });
}

const questions = {
  rageClickAreas: '{ rageClickAreas { rageClicks affectedUsers reason } }',
  deadClickElements: '{ deadClickElements { deadClicks affectedUsers reason } }',
  hoverInsights: '{ hoverInsights(page: "/busy") { count uniqueUsers engagement } }',
  mouseStatistics: '{ mouseStatistics { totalSessions totalClicks rageClickRate } }',
  mousePattern: '{ mousePattern { patternType } }',
  pages: '{ pages { nodes { views visitors exampleUrl } } }',
  sessionsByDay: '{ timeline(metric: SESSIONS, compare: true) { total } }',
  visitorsByHour: '{ timeline(metric: VISITORS, days: 2) { total } }',
};

/** Documents that MongoDB looked at to answer, on all its cursors. */
async function countExamined(query: string): Promise<number> {
  const profile = api.db.collection<{ docsExamined?: number; ns: string; appName?: string }>(
    'system.profile',
  );
  await api.db.command({ profile: 2 });
  const from = new Date();
  await api.ask(query);
  await api.db.command({ profile: 0 });
  const operations = await profile
    .find({
      ts: { $gte: from },
      appName: 'trailgraph',
      op: { $in: ['query', 'command', 'getmore'] },
    })
    .toArray();
  // The change stream reads on beside it.
  return operations
    .filter(({ ns }) => !ns.endsWith('.batches') && !ns.includes('$cmd'))
    .reduce((sum, { docsExamined }) => sum + (docsExamined ?? 0), 0);
}

beforeAll(async () => {
  api = await openTestApi(inject('mongodbUri'), 'flat_reads_test');
  await api.take(visits(0, 120));
});

afterAll(() => api.stop());

test('answers look at as many documents after five times the traffic', async () => {
  const before: Record<string, number> = {};
  const after: Record<string, number> = {};
  for (const [name, query] of Object.entries(questions)) before[name] = await countExamined(query);
  await api.take(visits(120, 600));
  for (const [name, query] of Object.entries(questions)) after[name] = await countExamined(query);
  for (const [name, examined] of Object.entries(before)) {
    expect(examined, name).toBeGreaterThan(0);
    expect(after[name], name).toBeLessThanOrEqual(examined + 5);
  }
  const { mouseStatistics } = await api.ask<{ mouseStatistics: { totalClicks: number } }>(
    questions.mouseStatistics,
  );
  expect(mouseStatistics.totalClicks).toBe(3_000);
}, 120_000);
