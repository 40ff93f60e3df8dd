import { describe, expect, it } from 'vitest';
import { judgeClick } from './dead-click.ts';
import { nothingSeen, type SeenReaction } from './reaction.ts';

const judge = (seen: Partial<SeenReaction>, deadClickMs = 5_000) =>
  judgeClick({ seen: { ...nothingSeen, ...seen }, isDrag: false, isExempt: false }, deadClickMs);
const strong = (strongMs: number) => ({ reaction: 'strong', strongMs }) as const;

describe('a click is dead', () => {
  it('without a strong reaction within deadClickMs, the limit included', () => {
    expect(judge({ reaction: 'none' })).toMatchObject({
      isDead: true,
      silentMs: 5_000,
      reason: 'no reaction within 5,000 ms',
    });
    expect(judge(strong(5_000))).toMatchObject({ isDead: false, reaction: 'strong' });
    expect(judge(strong(5_001))).toMatchObject({
      isDead: true,
      reaction: 'none',
      reactionMs: null,
      silentMs: 5_001,
    });
  });

  it('by the time that the site sets', () => {
    expect(judge(strong(1_999), 2_000).isDead).toBe(false);
    expect(judge(strong(2_001), 2_000).isDead).toBe(true);
  });

  it('where only something weak was seen', () => {
    expect(judge({ reaction: 'weak' })).toMatchObject({
      isDead: true,
      reason: 'only a passing change within 5,000 ms',
    });
  });
});

describe('a click is not dead', () => {
  it('while its time runs, and where the page was left before', () => {
    expect(judge({ reaction: 'pending' })).toMatchObject({ isDead: false, reason: null });
    expect(judge({ reaction: 'unknown' })).toMatchObject({ isDead: false, reason: null });
  });

  it('where it is a drag or exempt, nor slow', () => {
    const seen = { ...nothingSeen, reaction: 'none' } as const;
    const late = { ...nothingSeen, ...strong(3_000) };
    for (const what of [{ seen }, { seen: late }]) {
      const drag = judgeClick({ ...what, isDrag: true, isExempt: false }, 5_000);
      const exempt = judgeClick({ ...what, isDrag: false, isExempt: true }, 5_000);
      expect([drag.isDead, drag.isSlow, exempt.isDead, exempt.isSlow]).toEqual(
        Array(4).fill(false),
      );
    }
  });
});

describe('a click is slow', () => {
  it('where the reaction comes after 1,000 ms or more', () => {
    expect(judge(strong(999))).toMatchObject({ isSlow: false, reason: null, reactionMs: 999 });
    expect(judge(strong(1_000))).toMatchObject({
      isSlow: true,
      silentMs: 1_000,
      reason: 'reaction after 1,000 ms',
    });
  });

  it('instead of dead, where a request of its own ended 5 to 15 s after it', () => {
    const ended = (networkMs: number) => judge({ reaction: 'none', networkMs });
    expect(ended(4_999)).toMatchObject({ isDead: true, isSlow: false });
    expect(ended(5_000)).toMatchObject({ isDead: false, isSlow: true, silentMs: 5_000 });
    expect(ended(15_000)).toMatchObject({ isDead: false, isSlow: true });
    expect(ended(15_001)).toMatchObject({ isDead: true, isSlow: false });
    expect(ended(8_200).reason).toBe('no reaction within 5,000 ms, a request ended after 8,200 ms');
  });
});
