import { expect, it } from 'vitest';
import { claimMonth } from './claim-month.ts';

const wishes = { site: 'demo-month', sessions: 3_000, days: 30, seed: '1', until: 2_000 };
const begun = { ...wishes, until: 1_000 };

it('makes a month for an empty site, whatever is remembered of it', () => {
  const record = { wishes: begun, isDone: true };
  expect(claimMonth(wishes, 0, null)).toEqual({ wishes, isResumed: false });
  expect(claimMonth(wishes, 0, record)).toEqual({ wishes, isResumed: false });
});

it('goes on with what was begun, up to the moment at which that was to end', () => {
  const record = { wishes: begun, isDone: false };
  expect(claimMonth(wishes, 700, record)).toEqual({ wishes: begun, isResumed: true });
});

it('refuses to double a month that is there', () => {
  const record = { wishes: begun, isDone: true };
  expect(() => claimMonth(wishes, 3_000, record)).toThrow('has 3,000 sessions already');
  expect(() => claimMonth(wishes, 12, null)).toThrow('would double its month');
});

it('refuses to mix two months, and says how to finish the first', () => {
  const record = { wishes: begun, isDone: false };
  expect(() => claimMonth({ ...wishes, seed: '2' }, 700, record)).toThrow(
    '--site demo-month --sessions 3000 --days 30 --seed 1',
  );
});
