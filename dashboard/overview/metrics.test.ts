import { expect, test } from 'vitest';
import { readMetric } from './metrics.ts';

test('a metric that does not exist is the first one', () => {
  expect(readMetric('rage')).toBe('rage');
  expect(readMetric('toString')).toBe('sessions');
  expect(readMetric(undefined)).toBe('sessions');
});
