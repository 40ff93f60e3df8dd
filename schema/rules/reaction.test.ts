import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mergeReactions, nothingSeen, type SeenReaction } from './reaction.ts';

const anyReaction: fc.Arbitrary<SeenReaction> = fc.record({
  reaction: fc.constantFrom('none', 'weak', 'strong', 'unknown', 'pending'),
  strongMs: fc.option(fc.nat(9_000)),
  causes: fc.nat(2 ** 15),
  networkMs: fc.option(fc.nat(15_000)),
});

it('merges in any order and grouping to the same', () => {
  fc.assert(
    fc.property(anyReaction, anyReaction, anyReaction, (a, b, c) => {
      expect(mergeReactions(a, b)).toEqual(mergeReactions(b, a));
      expect(mergeReactions(mergeReactions(a, b), c)).toEqual(
        mergeReactions(a, mergeReactions(b, c)),
      );
      expect(mergeReactions(a, nothingSeen)).toEqual(a);
    }),
  );
});

it('keeps the strongest, the earliest strong one, and all causes', () => {
  const seen = (more: Partial<SeenReaction>) => ({ ...nothingSeen, ...more });
  expect(
    mergeReactions(
      seen({ reaction: 'strong', strongMs: 900, causes: 1 }),
      seen({ reaction: 'strong', strongMs: 200, causes: 4 }),
    ),
  ).toEqual(seen({ reaction: 'strong', strongMs: 200, causes: 5 }));
  expect(mergeReactions(seen({ reaction: 'weak' }), seen({ reaction: 'none' })).reaction).toBe(
    'weak',
  );
});

it('never turns an unknown outcome into none', () => {
  const unknown: SeenReaction = { ...nothingSeen, reaction: 'unknown' };
  expect(mergeReactions(unknown, { ...nothingSeen, reaction: 'none' }).reaction).toBe('unknown');
  expect(mergeReactions(unknown, { ...nothingSeen, reaction: 'strong' }).reaction).toBe('strong');
});

it('lets a request that ended in time stand beside one that ended too late', () => {
  const ended = (networkMs: number): SeenReaction => ({ ...nothingSeen, networkMs });
  expect(mergeReactions(ended(8_000), ended(20_000)).networkMs).toBe(8_000);
});
