import { expect, test } from 'vitest';
import { groupBySession } from './point-sessions.ts';

const click = (sessionId: string, tMs: number, userId?: string) => ({
  ...{ id: `${sessionId} ${tMs}`, at: `2026-03-12T12:00:0${tMs}.000Z`, tMs, sessionId },
  visitorId: `visitor of ${sessionId}`,
  session: userId ? { id: sessionId, userId, identified: true } : null,
});

test('each session is there once, with how often and when it happened first', () => {
  const found = groupBySession([click('a', 1, 'ada'), click('b', 2), click('a', 3, 'ada')]);
  expect(found).toMatchObject([
    { sessionId: 'a', userId: 'ada', identified: true, tMs: 1, count: 2 },
    { sessionId: 'b', userId: 'visitor of b', identified: false, tMs: 2, count: 1 },
  ]);
});
