import { expect, it } from 'vitest';
import { isHesitation } from './hesitation.ts';

it('takes a pause of strictly more than 500 ms, however long', () => {
  expect(isHesitation(500)).toBe(false);
  expect(isHesitation(501)).toBe(true);
  expect(isHesitation(3_600_000)).toBe(true);
});
