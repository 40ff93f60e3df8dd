import { describe, expect, it } from 'vitest';
import { Cause, Pointer, PressFlag, ReactionKind } from '../../schema/wire/events.ts';
import { foldEvents, pickFacts, usualRules } from './testing/fold-events.ts';
import { makePress, makeReaction } from './testing/view-stream.ts';

const none = { kind: ReactionKind.none };
const strongAfter = (afterMs: number, causes: number = Cause.nodes) => ({
  kind: ReactionKind.strong,
  afterMs,
  causes,
});
const threePresses = [makePress(0, 0), makePress(1, 300), makePress(2, 640, { x: 112 })];
const strict = { ...usualRules, rageRule: 'strict' } as const;

describe('a burst', () => {
  it('marks all its clicks as soon as the third is there, across batches', () => {
    const { steps, summary } = foldEvents(usualRules, ...threePresses.map((press) => [press]));
    expect(summary).toMatchObject({ clicks: 3, rageClicks: 3, rageBursts: 1 });
    const marked = (steps[2] ?? []).filter(({ sign }) => sign > 0).map(({ fact }) => fact);
    expect(pickFacts(marked, 'click').map((click) => [click.press, click.isRage])).toEqual([
      [0, true],
      [1, true],
      [2, true],
    ]);
    expect(pickFacts(marked, 'burst')).toMatchObject([
      { key: 'b0', t: 0, clickCount: 3, durationMs: 640, radiusPx: 12, x: 100, productive: false },
    ]);
  });

  it('says why, and so does each of its clicks', () => {
    const { standing } = foldEvents(usualRules, [
      ...threePresses,
      ...[0, 1, 2].map((press) => makeReaction(press, 6_000, none)),
    ]);
    const why = '3 clicks, 640 ms, 12 px, no reaction';
    expect(pickFacts(standing, 'burst')[0]?.reason).toBe(why);
    expect(pickFacts(standing, 'click').map(({ reason }) => reason)).toEqual(
      Array(3).fill(`${why}; no reaction within 5,000 ms`),
    );
  });

  it('leaves out presses below data-trail-no-rage, as if they were not there', () => {
    const [a, b, c] = threePresses;
    if (!a || !b || !c) throw new Error('three presses');
    const exempt = { ...b, flags: PressFlag.noRage };
    expect(foldEvents(strict, [a, exempt, c]).summary.rageBursts).toBe(0);
    const between = { ...makePress(3, 650), flags: PressFlag.noRage };
    const { summary } = foldEvents(strict, [a, b, between, c]);
    expect(summary).toMatchObject({ clicks: 4, rageClicks: 3, rageBursts: 1 });
  });

  it('of more than 500 clicks keeps the verdict it had then, and counts on', () => {
    const clicks = Array.from({ length: 600 }, (_, i) => makePress(i, i * 400));
    const { summary, standing } = foldEvents(usualRules, clicks.slice(0, 550), clicks.slice(550));
    expect(summary).toMatchObject({ clicks: 600, rageClicks: 600, rageBursts: 1 });
    expect(pickFacts(standing, 'burst')).toMatchObject([
      { clickCount: 600, durationMs: 599 * 400, presses: { length: 500 } },
    ]);
    expect(pickFacts(standing, 'click').at(-1)?.reason).toBe(
      'more than 500 clicks, no reaction yet',
    );
  });
});

describe('a productive burst', () => {
  it('is rage until it has proved productive, and then no longer', () => {
    const answers = [0, 1].map((press) => makeReaction(press, 700, strongAfter(50)));
    const before = foldEvents(usualRules, threePresses, answers.slice(0, 1));
    expect(before.summary).toMatchObject({ rageClicks: 3, rageBursts: 1, productiveBursts: 0 });
    const after = foldEvents(usualRules, threePresses, answers);
    expect(after.summary).toMatchObject({ rageClicks: 0, rageBursts: 0, productiveBursts: 1 });
    expect(pickFacts(after.standing, 'click')).toMatchObject(
      Array(3).fill({ isRage: false, isProductive: true, reason: null }),
    );
    expect(pickFacts(after.standing, 'burst')).toMatchObject([
      { productive: true, reason: '3 clicks, 640 ms, 12 px, 2 of 3 answered' },
    ]);
  });

  it('is not productive by answers that came after deadClickMs', () => {
    const late = [0, 1].map((press) => makeReaction(press, 6_000, strongAfter(5_001)));
    expect(foldEvents(usualRules, threePresses, late).summary.rageBursts).toBe(1);
  });

  it('may turn back into rage when it goes on without an answer', () => {
    const answered = [0, 1].map((press) => makeReaction(press, 700, strongAfter(50)));
    const more = [makePress(3, 900), makePress(4, 1_100)];
    const { summary } = foldEvents(usualRules, threePresses, answered, more);
    expect(summary).toMatchObject({ rageClicks: 5, rageBursts: 1, productiveBursts: 0 });
  });

  it('is productive where it selects text, scrolls or comes from the keyboard', () => {
    for (const cause of [Cause.selection, Cause.scroll]) {
      const seen = [makeReaction(2, 700, strongAfter(10, cause))];
      expect(foldEvents(usualRules, threePresses, seen).summary.productiveBursts).toBe(1);
    }
    const keys = threePresses.map((press) => ({ ...press, pointer: Pointer.keyboard }));
    expect(foldEvents(usualRules, keys).summary.productiveBursts).toBe(1);
  });

  it('is always rage under the strict rule', () => {
    const seen = [0, 1, 2].map((press) => makeReaction(press, 700, strongAfter(10)));
    const { summary, standing } = foldEvents(strict, threePresses, seen);
    expect(summary).toMatchObject({ rageClicks: 3, rageBursts: 1, productiveBursts: 0 });
    expect(pickFacts(standing, 'burst')[0]?.reason).toBe(
      '3 clicks, 640 ms, 12 px, 3 of 3 answered',
    );
  });
});
