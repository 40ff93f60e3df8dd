import { expect, it } from 'vitest';
import { isOriginAllowed } from './origin.ts';

it.each([
  ['https://shop.example', [], true],
  [null, [], true],
  ['https://shop.example', ['https://shop.example'], true],
  ['https://shop.example', ['https://shop.example/'], true],
  ['https://SHOP.example', ['https://shop.Example'], true],
  ['https://shop.example', ['shop.example'], true],
  ['http://localhost:8080', ['http://localhost:8080'], true],
  ['https://www.shop.example', ['https://*.shop.example'], true],
  ['http://shop.example', ['https://shop.example'], false],
  ['https://shop.example:8443', ['https://shop.example'], false],
  ['https://shop.example', ['https://*.shop.example'], false],
  ['https://evilshop.example', ['https://*.shop.example'], false],
  ['https://shop.example.evil.example', ['https://shop.example'], false],
  [null, ['https://shop.example'], false],
  ['null', ['https://shop.example'], false],
])('an origin %s of the list %j: %s', (origin, allowed, expected) => {
  expect(isOriginAllowed(origin, allowed)).toBe(expected);
});
