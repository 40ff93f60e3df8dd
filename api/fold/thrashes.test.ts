import { expect, it } from 'vitest';
import { foldEvents, pickFacts, usualRules } from './testing/fold-events.ts';

/** To and fro along a line: `turns` turns, `gapMs` apart, by (dx, dy). */
function shake(turns: number, gapMs: number, dx: number, dy = 0) {
  const moves = Array.from({ length: turns + 2 }, (_, i) => {
    const side = i % 2;
    return [i * gapMs, 500 + side * dx, 500 + side * dy];
  });
  return foldEvents(usualRules, { moves });
}

it('takes six turns within 2 s for thrashing', () => {
  expect(shake(6, 400, 100).summary.thrashes).toBe(1);
  expect(shake(5, 100, 100).summary.thrashes).toBe(0);
  expect(shake(6, 401, 100).summary.thrashes).toBe(0);
});

it('does not take short turns for it', () => {
  expect(shake(6, 100, 99).summary.thrashes).toBe(0);
});

it('sees it upright, and slanting as one', () => {
  expect(shake(6, 100, 0, 150).summary.thrashes).toBe(1);
  expect(shake(12, 100, 150, 150).summary.thrashes).toBe(1);
});

it('tells one incident while it goes on', () => {
  const { standing } = shake(20, 100, 300);
  expect(pickFacts(standing, 'thrash')).toMatchObject([{ durationMs: 1_900, reversals: 20 }]);
});
