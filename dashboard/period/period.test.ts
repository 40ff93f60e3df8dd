import { describe, expect, test } from 'vitest';
import { periodRange, periodVariables, readPeriod, writePeriod } from './period.ts';

const now = Date.parse('2026-03-30T10:00:00Z');

describe('a period', () => {
  test('survives the address', () => {
    for (const period of [
      { name: '7d' } as const,
      { hour: '2026-03-01T14:00:00.000Z' },
      { from: '2026-03-01', to: '2026-03-07' },
    ])
      expect(readPeriod(writePeriod(period))).toEqual(period);
  });

  test('that nobody knows is none', () => {
    expect(readPeriod({ period: 'toString' })).toBeNull();
    expect(readPeriod({ from: '2026-13-45' })).toBeNull();
    expect(readPeriod({ hour: 'tea time' })).toBeNull();
    expect(readPeriod({})).toBeNull();
  });

  test('by name begins where the site’s day begins', () => {
    expect(periodRange({ name: 'today' }, now, 'Europe/Berlin').from).toBe(
      '2026-03-29T22:00:00.000Z',
    );
    expect(periodRange({ name: '7d' }, now, 'America/New_York').from).toBe(
      '2026-03-24T04:00:00.000Z',
    );
  });

  test('of one day holds all of it, also when the clocks change', () => {
    // On 29 March 2026 Berlin's clocks go from 2 to 3: the day has 23 hours.
    expect(periodRange({ from: '2026-03-29', to: '2026-03-29' }, now, 'Europe/Berlin')).toEqual({
      from: '2026-03-28T23:00:00.000Z',
      to: '2026-03-29T21:59:59.999Z',
    });
  });

  test('of one hour ends where the next begins', () => {
    expect(periodRange({ hour: '2026-03-01T14:00:00.000Z' }, now, 'UTC')).toEqual({
      from: '2026-03-01T14:00:00.000Z',
      to: '2026-03-01T14:59:59.999Z',
    });
  });

  test('of several days is asked for by number', () => {
    expect(periodVariables({ name: '30d' }, now, 'UTC')).toEqual({ days: 30 });
    expect(periodVariables({ name: '24h' }, now, 'UTC')).toEqual({
      from: '2026-03-29T10:00:00.000Z',
    });
  });
});
