import { expect, test } from 'vitest';
import { describeChange, describeRowChange } from './describe-change.ts';

test('a change is told in percent of what was before', () => {
  expect(describeChange(112, 100)).toBe('+12 %');
  expect(describeChange(97, 100)).toBe('−3 %');
  expect(describeChange(100.2, 100)).toBe('as before');
});

test('a change of ten times and more is told in times', () => {
  expect(describeChange(999, 100)).toBe('+899 %');
  expect(describeChange(1_000, 100)).toBe('×10');
  expect(describeChange(4_452, 22)).toBe('×202');
});

test('a change against nothing is none', () => {
  expect(describeChange(10, 0)).toBeNull();
  expect(describeChange(10, null)).toBeNull();
  expect(describeChange(null, 10)).toBeNull();
});

test('a row that was not there before is new', () => {
  expect(describeRowChange(10, 0)).toBe('new');
  expect(describeRowChange(0, 0)).toBe('as before');
  expect(describeRowChange(5, 10)).toBe('−50 %');
});
