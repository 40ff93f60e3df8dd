import { expect, test } from 'vitest';
import { firstMoment, isNear, readSpot, writeSpot } from './spot.ts';

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

test('a replay that opens at a spot stands exactly there, and elsewhere where the address says', () => {
  expect(firstMoment(6_000, spot)).toBe(6_040);
  expect(firstMoment(6_100, spot)).toBe(6_040);
  expect(firstMoment(9_000, spot)).toBe(9_000);
  expect(firstMoment(null, spot)).toBeNull();
  expect(firstMoment(6_000, null)).toBe(6_000);
});
