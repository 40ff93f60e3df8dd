import { expect, test } from 'vitest';
import { splitFragment } from './token.ts';

test('a sign-in link’s token is taken out of its fragment', () => {
  expect(splitFragment('#token=abc')).toEqual({ token: 'abc', rest: '' });
  expect(splitFragment('#token=abc&x=1')).toEqual({ token: 'abc', rest: '#x=1' });
});

test('a fragment without a token stays', () => {
  expect(splitFragment('#facts=')).toEqual({ token: null, rest: '#facts=' });
  expect(splitFragment('')).toEqual({ token: null, rest: '' });
  expect(splitFragment('#token=')).toEqual({ token: null, rest: '' });
});
