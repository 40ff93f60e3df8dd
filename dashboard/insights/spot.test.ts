import { expect, test } from 'vitest';
import { isNear, readSpot, writeSpot } from './spot.ts';

const spot = { tMs: 6_040, at: { x: 400, y: 700 }, label: 'Dead click on button#pay, again' };

test('a spot survives the address, with its place and without', () => {
  expect(readSpot(writeSpot(spot))).toEqual(spot);
  expect(readSpot(writeSpot({ ...spot, at: null }))).toEqual({ ...spot, at: null });
});

test('nonsense is none', () => {
  for (const text of [undefined, '', 'x', '1,2', 'a,1,2,b']) expect(readSpot(text)).toBeNull();
});

test('it is marked around its moment only', () => {
  expect(isNear(spot, 6_040)).toBe(true);
  expect(isNear(spot, 7_000)).toBe(true);
  expect(isNear(spot, 9_000)).toBe(false);
  expect(isNear(spot, null)).toBe(false);
});
