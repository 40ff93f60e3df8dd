import { expect, test } from 'vitest';
import { describe, judge } from './judge.ts';

const rate = { rule: 'ABOVE', metric: 'RAGE_CLICK_RATE', threshold: 5, minCount: 10 } as const;
const sessions = { ...rate, rule: 'BELOW', metric: 'SESSIONS' } as const;
const risen = { ...rate, rule: 'RISEN', metric: 'DEAD_CLICKS', threshold: 2 } as const;
const silent = { ...rate, rule: 'SILENT', threshold: 30 } as const;
const measure = (value: number | null, count = 10, previous: number | null = null) => ({
  value,
  count,
  previous,
});

test('above and below mean more and less, not as much', () => {
  expect(judge(rate, measure(5))).toBe(false);
  expect(judge(rate, measure(5.1))).toBe(true);
  expect(judge(sessions, measure(5))).toBe(false);
  expect(judge(sessions, measure(4))).toBe(true);
});

test('a rate over too few things says nothing, a count always does', () => {
  expect(judge(rate, measure(50, 9))).toBe(false);
  expect(judge(rate, measure(null, 0))).toBe(false);
  expect(judge(sessions, measure(0, 0))).toBe(true);
});

test('doubled means twice as much as before or more, and before there was something', () => {
  expect(judge(risen, measure(19, 19, 10))).toBe(false);
  expect(judge(risen, measure(20, 20, 10))).toBe(true);
  expect(judge(risen, measure(20, 20, 0))).toBe(false);
  expect(judge(risen, measure(8, 8, 1))).toBe(false);
});

test('silence lasts as many minutes or longer; a site that never spoke is not silent', () => {
  expect(judge(silent, measure(29.9))).toBe(false);
  expect(judge(silent, measure(30))).toBe(true);
  expect(judge(silent, measure(null))).toBe(false);
});

test('an alert says why it went off', () => {
  const place = { route: '/checkout', windowHours: 1 };
  expect(describe({ ...rate, ...place }, measure(12.52))).toBe(
    'Rage-click rate of /checkout: 12.5 % over 1 hour, above 5 %',
  );
  expect(describe({ ...risen, ...place, route: null, windowHours: 24 }, measure(40, 40, 20))).toBe(
    'Dead clicks of the site: 40 over 24 hours, 2 times the 20 before or more',
  );
});
