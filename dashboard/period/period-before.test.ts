import { expect, test } from 'vitest';
import { periodBefore } from './period-before.ts';

const now = Date.parse('2026-03-30T10:00:00Z');

test('the period before has as many days and ends where this one begins', () => {
  expect(periodBefore({ name: '7d' }, now, 'UTC')).toEqual({
    from: '2026-03-17',
    to: '2026-03-23',
  });
  expect(periodBefore({ from: '2026-03-01', to: '2026-03-01' }, now, 'UTC')).toEqual({
    from: '2026-02-28',
    to: '2026-02-28',
  });
  // The last 24 hours touch two days, of which numbers by the day count both.
  expect(periodBefore({ name: '24h' }, now, 'UTC')).toEqual({
    from: '2026-03-27',
    to: '2026-03-28',
  });
  expect(periodBefore({ name: 'today' }, now, 'Pacific/Auckland')).toEqual({
    from: '2026-03-29',
    to: '2026-03-29',
  });
  expect(periodBefore({ from: undefined, to: '2026-03-01' }, now, 'UTC')).toBeUndefined();
});
