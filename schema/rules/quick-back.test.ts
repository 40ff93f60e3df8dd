import { expect, it } from 'vitest';
import { detectQuickBacks } from './quick-back.ts';

const visit = (...steps: readonly (readonly [string, number])[]) =>
  detectQuickBacks(steps.map(([page, startedAt]) => ({ page, startedAt })));

it('takes a page that was left and is back within 5 s, the limit included', () => {
  expect(visit(['a', 0], ['b', 60_000], ['a', 65_000])).toEqual([false, false, true]);
  expect(visit(['a', 0], ['b', 60_000], ['a', 65_001])).toEqual([false, false, false]);
});

it('counts from when the page was left, over several others', () => {
  expect(visit(['a', 0], ['b', 1_000], ['c', 3_000], ['a', 6_000])).toEqual([
    false,
    false,
    false,
    true,
  ]);
  expect(visit(['a', 0], ['b', 1_000], ['c', 3_000], ['a', 6_001]).at(-1)).toBe(false);
});

it('does not take a reload for coming back', () => {
  expect(visit(['a', 0], ['a', 1_000], ['a', 2_000])).toEqual([false, false, false]);
  expect(visit(['a', 0], ['b', 1_000], ['a', 2_000], ['a', 2_500])).toEqual([
    false,
    false,
    true,
    false,
  ]);
});

it('sees both ways of a pair of quick returns', () => {
  expect(visit(['a', 0], ['b', 1_000], ['a', 2_000], ['b', 3_000])).toEqual([
    false,
    false,
    true,
    true,
  ]);
});
