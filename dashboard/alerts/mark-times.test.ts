import { expect, test } from 'vitest';
import { markTimes } from './mark-times.ts';

const firing = (alertId: string, at: string, isTest = false) => ({
  ...{ id: at, alertId, alertName: alertId, at, endedAt: null, message: '', isTest },
  ...{ delivery: 'DELIVERED' as const, problem: null },
});
const data = {
  alerts: [
    { id: 'checkout', page: '/checkout' },
    { id: 'site', page: null },
  ],
  alertFirings: [
    firing('checkout', '2026-03-12T12:00:00.000Z'),
    firing('site', '2026-03-12T13:00:00.000Z'),
    firing('deleted', '2026-03-12T14:00:00.000Z'),
    firing('checkout', '2026-03-12T15:00:00.000Z', true),
  ],
};
const hour = (of: number) => Date.UTC(2026, 2, 12, of);

test('what went off is marked, tests are not', () => {
  expect(markTimes(data, null)).toEqual([hour(12), hour(13), hour(14)]);
  expect(markTimes(undefined, null)).toEqual([]);
});

test('on the chart of a page only what went off about it', () => {
  expect(markTimes(data, '/checkout')).toEqual([hour(12)]);
  expect(markTimes(data, '/cart')).toEqual([]);
});
