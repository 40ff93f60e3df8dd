import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FunnelEvent, type FunnelRun, findRun, type RunRules } from './find-run.ts';
import { findRunSlowly } from './testing/find-run-slowly.ts';

const DAY = 86_400_000;
const rules = (
  order: RunRules['order'],
  stepCount: number,
  windowMs = Number.POSITIVE_INFINITY,
) => ({
  order,
  stepCount,
  windowMs,
});

/** Events a minute apart in one session; a letter is the step it is (`a` the first), `.` is none. */
function events(text: string, masks: Readonly<Record<string, number>> = {}): FunnelEvent[] {
  return [...text].map((letter, i) => ({
    at: i * 60_000,
    mask: masks[letter] ?? (letter === '.' ? 0 : 1 << (letter.charCodeAt(0) - 97)),
    session: 0,
  }));
}

describe('a run through a funnel', () => {
  test('in order lets other events come between', () => {
    expect(findRun(events('.a..b.c'), rules('ORDERED', 3))).toEqual({
      start: 1,
      reached: [1, 4, 6],
    });
    expect(findRun(events('ba'), rules('ORDERED', 2))).toEqual({ start: 1, reached: [1] });
    expect(findRun(events('bcb'), rules('ORDERED', 3))).toBeNull();
  });

  test('in strict order does not, and stays in one session', () => {
    expect(findRun(events('a.babc'), rules('STRICT', 3))?.reached).toEqual([3, 4, 5]);
    expect(findRun(events('a.b'), rules('STRICT', 2))?.reached).toEqual([0]);
    const [first, second] = events('ab');
    if (!first || !second) throw new Error('two events');
    expect(findRun([first, { ...second, session: 1 }], rules('STRICT', 2))?.reached).toEqual([0]);
  });

  test('in any order reaches a step once it and all before it are done', () => {
    expect(findRun(events('c.ba'), rules('ANY', 3))).toEqual({ start: 0, reached: [3, 3, 3] });
    expect(findRun(events('cb'), rules('ANY', 3))).toBeNull();
  });

  test('never takes one event for two steps', () => {
    const both = { x: 0b11 };
    expect(findRun(events('x', both), rules('ORDERED', 2))?.reached).toEqual([0]);
    expect(findRun(events('x', both), rules('ANY', 2))?.reached).toEqual([0]);
    expect(findRun(events('xx', both), rules('ORDERED', 2))?.reached).toEqual([0, 1]);
    expect(findRun(events('xx', both), rules('ANY', 2))?.reached).toEqual([0, 1]);
  });

  test('keeps within the window, with the start that comes furthest', () => {
    const within = rules('ORDERED', 2, 2 * 60_000);
    expect(findRun(events('a...a.b'), within)).toEqual({ start: 4, reached: [4, 6] });
    expect(findRun(events('a...b'), within)).toEqual({ start: 0, reached: [0] });
  });
});

const steps = fc.integer({ min: 2, max: 4 });
const story = fc.array(
  fc.record({
    gapMs: fc.constantFrom(0, 1, 2, 5, DAY),
    mask: fc.integer({ min: 0, max: 15 }),
    newSession: fc.boolean(),
  }),
  { maxLength: 9 },
);
const windowMs = fc.constantFrom(0, 2, 4, 7, DAY, Number.POSITIVE_INFINITY);

function tell(made: readonly { gapMs: number; mask: number; newSession: boolean }[]) {
  let at = 0;
  let session = 0;
  return made.map(({ gapMs, mask, newSession }): FunnelEvent => {
    at += gapMs;
    if (newSession) session++;
    return { at, mask, session };
  });
}

test.each(['ORDERED', 'STRICT', 'ANY'] as const)(
  '%s: the same run as trying everything finds',
  (order) => {
    fc.assert(
      fc.property(story, steps, windowMs, (made, stepCount, limit) => {
        const told = tell(made).map((event) => ({ ...event, mask: event.mask % 2 ** stepCount }));
        const asked = rules(order, stepCount, limit);
        expect(findRun(told, asked)).toEqual(findRunSlowly(told, asked));
      }),
      { numRuns: 3_000 },
    );
  },
);

test.each(['ORDERED', 'STRICT'] as const)('%s: every step has an event of its own', (order) => {
  fc.assert(
    fc.property(story, windowMs, (made, limit) => {
      const run: FunnelRun | null = findRun(tell(made), rules(order, 4, limit));
      expect(new Set(run?.reached).size).toBe(run?.reached.length ?? 0);
    }),
  );
});
