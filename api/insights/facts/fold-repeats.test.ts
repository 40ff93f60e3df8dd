import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldRepeats } from './fold-repeats.ts';

const fold = (text: string) =>
  foldRepeats(text.split('')).map(({ cycle, times }) => `${cycle.join('')}${times}`);

test('to and fro between two pages is one stretch', () => {
  expect(fold('habababc')).toEqual(['h1', 'ab3', 'c1']);
});

test('a way round over several pages is one too', () => {
  expect(fold('abcabcd')).toEqual(['abc2', 'd1']);
});

test('pages that differ stay as they are', () => {
  expect(fold('abacad')).toEqual(['a1', 'b1', 'a1', 'c1', 'a1', 'd1']);
});

test('nothing is lost, in whatever order the pages come', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 60 }), (steps) => {
      const unfolded = foldRepeats(steps).flatMap(({ cycle, times }) =>
        Array.from({ length: times }, () => cycle).flat(),
      );
      expect(unfolded).toEqual(steps);
    }),
  );
});
