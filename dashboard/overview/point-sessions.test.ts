import { expect, test } from 'vitest';
import { groupBySession, isOf } from './point-sessions.ts';

const click = (sessionId: string, tMs: number, userId?: string) => ({
  ...{ id: `${sessionId} ${tMs}`, at: `2026-03-12T12:00:0${tMs}.000Z`, tMs, sessionId },
  visitorId: `visitor of ${sessionId}`,
  viewId: `${sessionId}-v1`,
  session: userId
    ? { id: sessionId, userId, identified: true, device: 'MOBILE' as const, pages }
    : null,
});
const pages = [
  { viewId: 'a-v0', route: '/' },
  { viewId: 'a-v1', route: '/cart' },
];

test('each session is there once, with how often and when it happened first', () => {
  const found = groupBySession([click('a', 1, 'ada'), click('b', 2), click('a', 3, 'ada')]);
  expect(found).toMatchObject([
    { sessionId: 'a', userId: 'ada', identified: true, tMs: 1, count: 2 },
    { sessionId: 'b', userId: 'visitor of b', identified: false, tMs: 2, count: 1 },
  ]);
});

test('an event is of the page on which it happened, and of its session’s device', () => {
  const event = click('a', 1, 'ada');
  expect(isOf(event, null, null)).toBe(true);
  expect(isOf(event, '/cart', 'MOBILE')).toBe(true);
  expect(isOf(event, '/', null)).toBe(false);
  expect(isOf(event, '/cart', 'DESKTOP')).toBe(false);
});

test('an event whose session is gone is of no page and no device that is known', () => {
  expect(isOf(click('b', 1), null, null)).toBe(true);
  expect(isOf(click('b', 1), '/cart', null)).toBe(false);
  expect(isOf(click('b', 1), null, 'MOBILE')).toBe(false);
});
