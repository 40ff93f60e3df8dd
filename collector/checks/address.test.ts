import { expect, it } from 'vitest';
import { isAddressIn } from './address.ts';

it.each([
  ['203.0.113.7', ['203.0.113.7'], true],
  ['203.0.113.7', ['203.0.113.0/24'], true],
  ['::ffff:203.0.113.7', ['203.0.113.0/24'], true],
  ['2001:db8::1', ['2001:db8::/32'], true],
  ['203.0.114.7', ['203.0.113.0/24'], false],
  ['2001:db9::1', ['2001:db8::/32'], false],
  ['203.0.113.7', ['2001:db8::/32'], false],
  ['203.0.113.7', ['our office'], false],
  ['203.0.113.7', [], false],
  ['nonsense', ['203.0.113.0/24'], false],
  [null, ['0.0.0.0/0'], false],
])('an address %s is in %j: %s', (address, rules, expected) => {
  expect(isAddressIn(address, rules)).toBe(expected);
});
