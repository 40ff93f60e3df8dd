import { describe, expect, it } from 'vitest';
import { computeAttention } from './attention.ts';
import { computeDeadClickIssue } from './dead-click-issue.ts';
import { computeEngagement } from './engagement.ts';
import { computeHoverPattern } from './hover-pattern.ts';
import { computeRate } from './rate.ts';
import { computeScrollDepth } from './scroll-depth.ts';
import { computeSeverity } from './severity.ts';
import { computeTypingSpeed } from './typing-speed.ts';

describe('hover pattern', () => {
  it.each([
    [3, 30, 'repeated'],
    [2, 999, 'quick'],
    [1, 500, 'normal'],
    [2, 6_000, 'normal'],
    [1, 3_001, 'lingering'],
  ] as const)('of %i hovers in %i ms is %s', (count, durationMs, pattern) => {
    expect(computeHoverPattern({ count, durationMs })).toBe(pattern);
  });
});

describe('severity', () => {
  it.each([
    [51, 'critical'],
    [50, 'high'],
    [21, 'high'],
    [20, 'medium'],
    [11, 'medium'],
    [10, 'low'],
  ] as const)('of %i rage clicks is %s', (clicks, severity) => {
    expect(computeSeverity(clicks)).toBe(severity);
  });
});

describe('engagement', () => {
  it.each([
    [5_001, 'very-high'],
    [5_000, 'high'],
    [3_001, 'high'],
    [3_000, 'medium'],
    [1_501, 'medium'],
    [1_500, 'low'],
    [501, 'low'],
    [500, 'very-low'],
  ] as const)('at %i ms is %s', (averageMs, engagement) => {
    expect(computeEngagement(averageMs)).toBe(engagement);
  });
});

describe('dead-click issue', () => {
  it.each([
    ['div', 3, 'non-interactive-element'],
    ['span', 300, 'non-interactive-element'],
    ['p', 3, 'non-interactive-element'],
    ['button', 11, 'broken-interaction'],
    ['a', 11, 'broken-interaction'],
    ['button', 10, 'unclear-ui'],
    ['img', 300, 'unclear-ui'],
  ] as const)('of %s with %i is %s', (tag, clicks, issue) => {
    expect(computeDeadClickIssue(tag, clicks)).toBe(issue);
  });
});

it('measures scroll depth of the document, within 0..100', () => {
  expect(computeScrollDepth(800, 3_200)).toBe(25);
  expect(computeScrollDepth(3_300, 3_200)).toBe(100);
  expect(computeScrollDepth(-5, 3_200)).toBe(0);
  expect(computeScrollDepth(0, 0)).toBe(100);
});

it('counts attention up to 30 s after the last activity', () => {
  expect(computeAttention(1_000, 1_000, 31_000)).toBe(30_000);
  expect(computeAttention(1_000, 1_000, 31_001)).toBe(30_000);
  expect(computeAttention(1_000, 30_000, 40_000)).toBe(1_000);
  expect(computeAttention(1_000, 40_000, 50_000)).toBe(0);
});

it('measures typing by the intervals between presses', () => {
  expect(computeTypingSpeed(9, 1_800)).toBe(300);
  expect(computeTypingSpeed(0, 0)).toBeNull();
});

it('is 0 percent of nothing', () => {
  expect(computeRate(0, 0)).toBe(0);
  expect(computeRate(1, 4)).toBe(25);
});
