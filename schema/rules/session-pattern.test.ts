import { expect, it } from 'vitest';
import { computeSessionPattern, noSegments } from './session-pattern.ts';

it('needs three votes, and mixed and none have none', () => {
  expect(computeSessionPattern({ ...noSegments, linear: 2, mixed: 50, none: 50 })).toBeNull();
  expect(computeSessionPattern({ ...noSegments, linear: 2, erratic: 1 })).toBe('linear');
});

it('is the most frequent pattern', () => {
  expect(computeSessionPattern({ ...noSegments, linear: 3, circular: 4 })).toBe('circular');
});

it('resolves ties in the order linear, precise, circular, erratic', () => {
  expect(computeSessionPattern({ ...noSegments, erratic: 2, circular: 2 })).toBe('circular');
  expect(computeSessionPattern({ ...noSegments, circular: 2, precise: 2 })).toBe('precise');
  expect(computeSessionPattern({ ...noSegments, precise: 2, linear: 2 })).toBe('linear');
});
