import { describe, expect, it } from 'vitest';
import { cleanAddress } from './address.ts';
import { maskText, shorten } from './mask.ts';

describe('masking', () => {
  it.each([
    ['an e-mail address', 'Hello jo.doe+x@example.com!', 'Hello *'],
    ['an e-mail address in a path', '/user/jo%40example.com/edit', '/user/*/edit'],
    ['a quoted part', 'No user "Jo Doe" here', 'No user "*" here'],
    ['a part in single quotes', "reading 'Jo Doe'", 'reading "*"'],
    ['a quoted part that is cut off', 'No user "Jo Do', 'No user "*"'],
    ['a run of six digits', 'order 123456', 'order *'],
    ['a card number', 'card 4111 1111 1111 1111', 'card *'],
    ['a hexadecimal token', '/s/9f86d081884c7d659a2f', '/s/*'],
    ['a JSON Web Token', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3', '*'],
    ['a UUID', '/o/123e4567-e89b-12d3-a456-426614174000', '/o/*'],
  ])('takes out %s', (_what, text, masked) => {
    expect(maskText(text)).toBe(masked);
  });

  it.each([
    "Can't find variable: cart",
    '/product/12345',
    '/blog/2026-11-21/how-to-build-a-small-house',
    'ProductCard_button__a1B2c',
    '#cart > li:nth-of-type(2) > button',
    '/@name',
  ])('leaves %s alone', (text) => {
    expect(maskText(text)).toBe(text);
  });

  it.each(['x', 'a.', 'a9-', 'x@', '%40', '1 ', "'", 'é', 'abcdefghijklmno_'])(
    'takes time in proportion to the length: two hundred thousand times "%s" do not hold a page up',
    (piece) => {
      expect(shorten(piece.repeat(200_000)).length).toBeLessThanOrEqual(300);
    },
  );

  it('cuts what is too long, after masking', () => {
    expect(shorten('x'.repeat(400))).toHaveLength(300);
    expect(shorten(`jo@${'x'.repeat(400)}.com`)).toBe('*');
    expect(shorten(null)).toBe('');
  });
});

describe('addresses', () => {
  it.each([
    ['https://shop.example/a/b?token=1&q=secret', 'https://shop.example/a/b'],
    ['https://shop.example/?page=2&q=x&sort=up', 'https://shop.example/?page=2&sort=up'],
    ['https://shop.example/#/cart', 'https://shop.example/#/cart'],
    ['https://shop.example/#access_token=abc&x=1', 'https://shop.example/#access_token'],
    ['https://shop.example/#/find?q=secret', 'https://shop.example/#/find'],
    ['', ''],
  ])('%s is recorded as %s', (href, recorded) => {
    expect(cleanAddress(href, ['page', 'sort'])).toBe(recorded);
  });
});
