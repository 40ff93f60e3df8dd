import { expect, test } from 'vitest';
import { harmlessPath, harmlessText } from './harmless-text.ts';

test.each([
  ['/account/ada@example.org/orders', '/account/*/orders'],
  ['/reset/ada%40example.org', '/reset/*'],
  ['/call/0049 170 1234567', '/call/*'],
  ['/order/20260301-17', '/order/*'],
  ['/t/3f2b8c1d9e4a5f60718293a4b5c6d7e8f9', '/t/*'],
  ['/u/123e4567-e89b-12d3-a456-426614174000', '/u/*'],
])('what could tell of a person goes: %s', (text, harmless) => {
  expect(harmlessText(text)).toBe(harmless);
});

test('a text stays on its line and is cut', () => {
  expect(harmlessText('a\nb\u2028c\u202Ed')).toBe('a b c d');
  expect(harmlessText('x'.repeat(400))).toHaveLength(120);
});

test('a page is its address within the site', () => {
  expect(harmlessPath('https://shop.test/product/7?colour=red#reviews')).toBe(
    '/product/7?colour=red',
  );
  expect(harmlessPath('https://shop.test')).toBe('/');
});
