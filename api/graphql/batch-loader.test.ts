import { expect, test } from 'vitest';
import { makeBatchLoader } from './batch-loader.ts';

test('what is asked for at once is loaded together, each key once', async () => {
  const loads: (readonly string[])[] = [];
  const load = makeBatchLoader(async (keys) => {
    loads.push(keys);
    return new Map(keys.filter((key) => key !== 'absent').map((key) => [key, key.length]));
  });
  expect(await Promise.all([load('a'), load('bb'), load('a'), load('absent')])).toEqual([
    1,
    2,
    1,
    null,
  ]);
  expect(await load('bb')).toBe(2);
  expect(await load('ccc')).toBe(3);
  expect(loads).toEqual([['a', 'bb', 'absent'], ['ccc']]);
});

test('a failure reaches everybody who asked', async () => {
  const load = makeBatchLoader(() => Promise.reject(new Error('no database')));
  const answers = await Promise.allSettled([load('a'), load('b')]);
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});
