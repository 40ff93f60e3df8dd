import { describe, expect, it } from 'vitest';
import { Cause, Pointer } from '../wire/events.ts';
import {
  type BurstPress,
  describeAnswers,
  describeBurst,
  detectProductivity,
} from './productive-burst.ts';

const press = (reaction: BurstPress['reaction'], more: Partial<BurstPress> = {}): BurstPress => ({
  reaction,
  causes: 0,
  pointer: Pointer.mouse,
  ...more,
});
const none = press('none');
const strong = press('strong');

describe('a burst is productive', () => {
  it('where all but at most one of its presses got a strong reaction', () => {
    expect(detectProductivity([strong, strong, none])).toBe('answered');
    expect(detectProductivity([strong, none, none])).toBeNull();
    expect(detectProductivity([strong, strong, none, none])).toBeNull();
    expect(detectProductivity([strong, strong, strong, none])).toBe('answered');
  });

  it('where it selects text or scrolls', () => {
    expect(detectProductivity([none, none, press('strong', { causes: Cause.selection })])).toBe(
      'selected text',
    );
    expect(detectProductivity([none, none, press('strong', { causes: Cause.scroll })])).toBe(
      'scrolled',
    );
  });

  it('where all of it comes from the keyboard', () => {
    const key = press('none', { pointer: Pointer.keyboard });
    expect(detectProductivity([key, key, key])).toBe('from the keyboard');
    expect(detectProductivity([key, key, none])).toBeNull();
  });

  it('not by weak, unknown or pending reactions', () => {
    expect(detectProductivity([press('weak'), press('unknown'), press('pending')])).toBeNull();
  });
});

it('says in words what happened', () => {
  const words = (...presses: BurstPress[]) =>
    describeBurst({ clickCount: 3, durationMs: 640, radiusPx: 12.3 }, describeAnswers(presses));
  expect(words(none, none, none)).toBe('3 clicks, 640 ms, 12 px, no reaction');
  expect(words(none, none, press('weak'))).toBe('3 clicks, 640 ms, 12 px, no reaction');
  expect(words(none, strong, none)).toBe('3 clicks, 640 ms, 12 px, 1 of 3 answered');
  expect(words(none, none, press('pending'))).toBe('3 clicks, 640 ms, 12 px, no reaction yet');
  expect(words(none, none, press('unknown'))).toBe('3 clicks, 640 ms, 12 px, reaction unknown');
  expect(words(press('strong', { causes: Cause.selection }), none, none)).toBe(
    '3 clicks, 640 ms, 12 px, selected text',
  );
});
