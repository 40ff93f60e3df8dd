import { expect, test } from 'vitest';
import { retryWaitMs } from './socket.ts';

test('the wait before another try grows, and stays short enough for a live list', () => {
  expect(retryWaitMs(0, 0.5)).toBe(100);
  expect(retryWaitMs(3, 0.5)).toBe(800);
  expect(retryWaitMs(50, 1)).toBe(2_500);
});
