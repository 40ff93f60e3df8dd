import { expect, it } from 'vitest';
import { LruMap } from './lru-map.ts';

it('keeps what was made, and forgets what was not asked for longest', () => {
  const made: string[] = [];
  const map = new LruMap<string, string>(2);
  const ask = (key: string) =>
    map.getOr(key, () => {
      made.push(key);
      return key;
    });
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) expect(ask(key)).toBe(key);
  expect(made).toEqual(['a', 'b', 'c', 'b']);
});
