import { expect, test } from 'vitest';
import { readKinds, readLayers, toggle, writeKinds, writeLayers } from './session-address.ts';

test('all layers show unless the address says otherwise', () => {
  expect([...readLayers(undefined)]).toEqual(['trail', 'clicks', 'rage', 'dead']);
  expect(writeLayers(readLayers(undefined))).toBeUndefined();
});

test('layers survive the address, also when all are off', () => {
  for (const text of ['trail,rage', 'dead', 'none'])
    expect(writeLayers(readLayers(text))).toBe(text);
});

test('kinds of events survive the address', () => {
  expect(writeKinds(readKinds('click,error'))).toBe('click,error');
  expect(writeKinds(readKinds('nonsense'))).toBeUndefined();
});

test('toggling twice changes nothing', () => {
  const set = new Set(['a', 'b']);
  expect(toggle(toggle(set, 'c'), 'c')).toEqual(set);
  expect(toggle(set, 'a')).toEqual(new Set(['b']));
});
