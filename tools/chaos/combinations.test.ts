import { expect, test } from 'vitest';
import { makeRandom } from '../../api/testing/random-visits.ts';
import { chooseCombinations } from './combinations.ts';
import { faultKinds } from './faults.ts';

const choose = (seed: number) => chooseCombinations(faultKinds, makeRandom(seed));

test('everything breaks together first, then each kind by itself', () => {
  const [together, ...others] = choose(1);
  expect(together).toEqual(faultKinds);
  expect(others.slice(0, faultKinds.length)).toEqual(faultKinds.map((kind) => [kind]));
});

test('every combination comes once, and a seed always gives the same order', () => {
  const names = choose(2).map((combination) => combination.join());
  expect(new Set(names).size).toBe(2 ** faultKinds.length - 1);
  expect(names).toHaveLength(2 ** faultKinds.length - 1);
  expect(choose(2)).toEqual(choose(2));
  expect(choose(3)).not.toEqual(choose(2));
});

test.each([1, 2, 3])(
  '34 rounds have every two kinds together without the rest (seed %i)',
  (seed) => {
    const some = choose(seed).slice(1, 34);
    const pairs = faultKinds.flatMap((a, i) => faultKinds.slice(i + 1).map((b) => [a, b] as const));
    const unmet = pairs.filter(([a, b]) => !some.some((one) => one.includes(a) && one.includes(b)));
    expect(unmet).toEqual([]);
  },
);
