import { expect, test } from 'vitest';
import { countryName, deviceText, pagePath, personName } from './describe.ts';

test('people are called by the id their site gave them, others by a short one', () => {
  expect(personName({ identified: true, userId: 'ada@example.org' })).toBe('ada@example.org');
  expect(personName({ identified: false, userId: 'k2Rv9QmAAAAAAAAA' })).toBe('Visitor k2Rv9Q');
});

test('a device is its browser where that is known', () => {
  expect(deviceText({ device: 'DESKTOP', browser: 'Chrome', os: 'macOS' })).toBe('Chrome on macOS');
  expect(deviceText({ device: 'MOBILE', browser: null, os: null })).toBe('Mobile');
});

test('addresses lose scheme and host, and nothing where they are none', () => {
  expect(pagePath('https://shop.example/p/1?a=b#c')).toBe('/p/1?a=b#c');
  expect(pagePath('not an address')).toBe('not an address');
});

test('countries have names, and unknown codes stay', () => {
  expect(countryName('DE')).toBe('Germany');
  expect(countryName('??')).toBe('??');
  expect(countryName(null)).toBe('');
});
