import { expect, test } from 'vitest';
import { describeChange, readMetric } from './metrics.ts';

test('a change is told in percent of what was before', () => {
  expect(describeChange(112, 100)).toBe('+12 %');
  expect(describeChange(97, 100)).toBe('−3 %');
  expect(describeChange(100.2, 100)).toBe('as before');
});

test('a change against nothing is none', () => {
  expect(describeChange(10, 0)).toBeNull();
  expect(describeChange(10, null)).toBeNull();
  expect(describeChange(null, 10)).toBeNull();
});

test('a metric that does not exist is the first one', () => {
  expect(readMetric('rage')).toBe('rage');
  expect(readMetric('toString')).toBe('sessions');
  expect(readMetric(undefined)).toBe('sessions');
});
