import { expect, test } from 'vitest';
import { EventColumns } from './event-columns.ts';

test('events are read as they were put in, more than there was room for at first', () => {
  const columns = new EventColumns();
  const now = 1_762_000_000_123;
  for (let i = 0; i < 50_000; i++) columns.push(now + i, i % 1_024);
  columns.setNext(49_999, 7);
  expect(columns.length).toBe(50_000);
  expect(columns.read(40_001, 3)).toEqual({
    ...{ at: now + 40_001, mask: 40_001 % 1_024 },
    ...{ session: 3, index: 40_001 },
  });
  expect([columns.nextAt(49_998), columns.nextAt(49_999)]).toEqual([-1, 7]);
});
