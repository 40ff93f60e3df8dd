import { expect, test } from 'vitest';
import { rowsAddedAbove } from './scroll-anchor.ts';

const list = (text: string) => [...text].map((id) => ({ id }));

test('counts the rows that came in above the one being read', () => {
  expect(rowsAddedAbove(list('cba'), list('edcba'), 1)).toBe(2);
  expect(rowsAddedAbove(list('dcba'), list('dba'), 2)).toBe(-1);
  expect(rowsAddedAbove(list('cba'), list('cbax'), 1)).toBe(0);
  expect(rowsAddedAbove(list('cba'), list('ca'), 1)).toBe(0);
  expect(rowsAddedAbove(list(''), list('a'), 0)).toBe(0);
});
