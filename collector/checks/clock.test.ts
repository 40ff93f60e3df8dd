import { expect, it } from 'vitest';
import { page } from '../testing/batches.ts';
import { checkClock } from './clock.ts';

const dayMs = 86_400_000;
const viewOf = (startedAt: number, sentAt: number) => ({
  ...page,
  startedAt,
  sentAt,
  kind: 0,
  touch: 0,
  automated: 0,
  referrer: '',
  user: '',
});

it.each([
  ['a clock in 1970', viewOf(1_000, 3_000)],
  ['a clock in the year 5138', viewOf(99_999_999_990_000, 99_999_999_999_000)],
  ['a view opened 90 days ago', viewOf(dayMs, 91 * dayMs)],
  ['a clock set back by a day meanwhile', viewOf(2 * dayMs, dayMs)],
  ['no page block', undefined],
])('takes %s', (_, view) => {
  expect(() => checkClock(view)).not.toThrow();
});

it.each([
  ['a view opened more than 90 days ago', viewOf(dayMs, 91 * dayMs + 1), /90 days before/],
  ['a view opened more than a day after its sending', viewOf(2 * dayMs + 1, dayMs), /day after/],
])('refuses %s', (_, view, reason) => {
  expect(() => checkClock(view)).toThrow(reason);
});
