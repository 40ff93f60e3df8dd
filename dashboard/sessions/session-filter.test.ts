import { describe, expect, test } from 'vitest';
import { isOpen, type ListFilter, readFilter, toApiFilter, writeFilter } from './session-filter.ts';

const full: ListFilter = {
  search: 'ada',
  page: '/checkout',
  visitor: 'v1',
  device: 'MOBILE',
  hasRage: true,
  hasDead: true,
  live: true,
  peopleOnly: true,
  period: { name: '7d' },
};

describe('the list’s filter', () => {
  test('survives the address', () => {
    expect(readFilter(writeFilter(full))).toEqual(full);
    expect(readFilter(writeFilter(readFilter({})))).toEqual(readFilter({}));
  });

  test('writes nothing where nothing is filtered', () => {
    expect(Object.values(writeFilter(readFilter({}))).filter(Boolean)).toEqual([]);
  });

  test('ignores a device that does not exist', () => {
    expect(readFilter({ device: 'fridge' }).device).toBeNull();
  });

  test('asks the API for what is filtered, and for nothing else', () => {
    const now = Date.parse('2026-03-12T12:00:00Z');
    expect(toApiFilter(full, now, 'UTC')).toEqual({
      search: 'ada',
      page: '/checkout',
      user: 'v1',
      device: 'MOBILE',
      hasRage: true,
      hasDead: true,
      live: true,
      automated: false,
      from: '2026-03-06T00:00:00.000Z',
    });
    expect(isOpen(toApiFilter(readFilter({}), now, 'UTC'))).toBe(true);
    expect(isOpen(toApiFilter(readFilter({ rage: '1' }), now, 'UTC'))).toBe(false);
  });
});
