import { describe, expect, it } from 'vitest';
import { Cause, PressFlag, ReactionKind } from '../../schema/wire/events.ts';
import { foldEvents, pickFacts, usualRules } from './testing/fold-events.ts';
import { makeElement, makePress, makeReaction } from './testing/view-stream.ts';

const none = { kind: ReactionKind.none };
const strongAfter = (afterMs: number, causes: number = Cause.nodes) => ({
  kind: ReactionKind.strong,
  afterMs,
  causes,
});

describe('the verdict on a press', () => {
  it('counts as a click at once, and is not dead while its reaction is awaited', () => {
    const { summary, standing } = foldEvents(usualRules, [makePress(0, 10, { element: 2 })]);
    expect(summary).toMatchObject({ clicks: 1, deadClicks: 0 });
    expect(pickFacts(standing, 'click')).toMatchObject([
      { key: 'c0', reaction: 'pending', isDead: false, element: makeElement(2), clickCount: 1 },
    ]);
  });

  it('is taken back and told anew when it turns out dead', () => {
    const { summary, steps } = foldEvents(
      usualRules,
      [makePress(0, 10)],
      [makeReaction(0, 5_010, none)],
    );
    expect(steps[1]?.map(({ sign }) => sign)).toEqual([-1, 1]);
    expect(steps[1]?.map(({ fact }) => fact)).toMatchObject([
      { key: 'c0', isDead: false },
      { key: 'c0', isDead: true, silentMs: 5_000, reason: 'no reaction within 5,000 ms' },
    ]);
    expect(summary.deadClicks).toBe(1);
  });

  it('is revived by a late reply of its own request: dead, then slow', () => {
    const { summary } = foldEvents(
      usualRules,
      [makePress(0, 10), makeReaction(0, 5_010, none)],
      [makeReaction(0, 8_210, { ...none, networkMs: 8_200 })],
    );
    expect(summary).toMatchObject({ deadClicks: 0, slowClicks: 1 });
  });

  it('merges what is told of it: one strong reaction is enough, the earliest counts', () => {
    const { standing, summary } = foldEvents(
      usualRules,
      [makePress(0, 10), makeReaction(0, 1_010, { kind: ReactionKind.weak, causes: Cause.focus })],
      [makeReaction(0, 2_010, strongAfter(2_000)), makeReaction(0, 2_020, strongAfter(400))],
    );
    expect(summary).toMatchObject({ deadClicks: 0, slowClicks: 0 });
    expect(pickFacts(standing, 'click')).toMatchObject([
      { reaction: 'strong', reactionMs: 400, causes: Cause.focus | Cause.nodes },
    ]);
  });
});

describe('a press', () => {
  it('is never dead where it is exempt or a drag, though it counts', () => {
    const { summary } = foldEvents(usualRules, [
      makePress(0, 0, { exempt: 1 }),
      makePress(1, 9_000, { flags: PressFlag.drag }),
      makeReaction(0, 20_000, none),
      makeReaction(1, 20_000, none),
    ]);
    expect(summary).toMatchObject({ clicks: 2, drags: 1, deadClicks: 0 });
  });

  it('has no element where the batch that described it is missing', () => {
    const { standing } = foldEvents(usualRules, [makePress(0, 10, { element: 77 })]);
    expect(pickFacts(standing, 'click')[0]?.element).toBeNull();
  });

  it('is forgotten 60 s later, by the time of the events: no reaction changes it any more', () => {
    const told = (t: number) =>
      foldEvents(usualRules, [makePress(0, 0)], [makeReaction(0, t, none)]).summary.deadClicks;
    expect(told(60_000)).toBe(1);
    expect(told(60_001)).toBe(0);
  });

  it('knows its place in the run and the time since the one before', () => {
    const { standing } = foldEvents(usualRules, [
      makePress(0, 0),
      makePress(1, 500, { x: 103, y: 104 }),
      makePress(2, 1_001, { x: 103, y: 104 }),
    ]);
    expect(pickFacts(standing, 'click').map((c) => [c.clickCount, c.timeSinceLastClickMs])).toEqual(
      [
        [1, null],
        [2, 500],
        [1, 501],
      ],
    );
  });
});
