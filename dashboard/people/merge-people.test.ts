import { expect, test } from 'vitest';
import { mergePeople } from './merge-people.ts';

const person = (visitorId: string, sessionCount = 1) => ({ visitorId, sessionCount });

test('who is pushed out of the first page stays below it', () => {
  const before = [person('a'), person('b'), person('c')];
  const merged = mergePeople([person('new'), person('a')], before, [person('d')]);
  expect(merged.map(({ visitorId }) => visitorId)).toEqual(['new', 'a', 'b', 'c', 'd']);
});

test('who comes back moves to the top, once and as they are now', () => {
  const merged = mergePeople([person('b', 2)], [person('a'), person('b')], []);
  expect(merged).toEqual([person('b', 2), person('a')]);
});
