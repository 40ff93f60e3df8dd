import { describe, expect, test } from 'vitest';
import {
  formatAgo,
  formatBucket,
  formatDateTime,
  formatDuration,
  formatHour,
  formatMoment,
} from './format.ts';

describe('a duration', () => {
  test.each([
    [0, '0 s'],
    [840, '840 ms'],
    [3_400, '3.4 s'],
    [48_000, '48 s'],
    [59_600, '1 min'],
    [192_000, '3 min 12 s'],
    [7_500_000, '2 h 5 min'],
    [-5, '0 s'],
  ])('of %i ms reads %s', (ms, text) => expect(formatDuration(ms)).toBe(text));
});

describe('a moment of a session', () => {
  test.each([
    [0, '0:00.0'],
    [7_449, '0:07.4'],
    [725_000, '12:05.0'],
    [3_723_900, '1:02:03.9'],
  ])('at %i ms reads %s', (ms, text) => expect(formatMoment(ms)).toBe(text));
});

describe('how long ago', () => {
  const now = Date.parse('2026-03-12T12:00:00Z');
  test.each([
    [1_000, 'now'],
    [-20_000, 'now'],
    [12_000, '12 s ago'],
    [61_000, '1 min ago'],
    [3 * 3_600_000, '3 h ago'],
    [48 * 3_600_000, '10 Mar'],
  ])('%i ms before now reads %s', (ms, text) => expect(formatAgo(now - ms, now)).toBe(text));
});

test('a chart names days and hours by the site’s clock', () => {
  const at = Date.parse('2026-03-11T23:00:00Z');
  expect(formatBucket(at, 'DAY', 'Europe/Berlin')).toBe('12 Mar');
  expect(formatBucket(at, 'DAY', 'UTC')).toBe('11 Mar');
  expect(formatBucket(at, 'HOUR', 'Europe/Berlin')).toBe('00:00');
});

test('an hour and a moment are told by the clock of the site', () => {
  const at = Date.parse('2026-03-12T23:00:00Z');
  expect(formatHour(at, 'Europe/Berlin')).toBe('13 Mar, 00:00 – 01:00');
  expect(formatDateTime(at, 'Europe/Berlin')).toBe('13 Mar 2026, 00:00');
});
