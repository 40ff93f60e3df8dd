import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SignedFact } from '../fold/fact.ts';
import type { ReceivedBatch } from '../fold/fold.ts';
import { makeArrival, makeView } from '../testing/make-batch.ts';
import { type FoldedView, foldView, needsLaterBatches, unfolded } from './fold-view.ts';
import { parseBatch } from './parse-batch.ts';

const rules = { rageRule: 'default', deadClickMs: 5_000 } as const;
const start = Date.parse('2026-03-01T12:00:00Z');

/** A view of eight batches in which verdicts hang on what comes before and after. */
const batches: readonly ReceivedBatch[] = (() => {
  const view = makeView({ session: 's', visitor: 'v', startedAt: start });
  return Array.from({ length: 8 }, (_, n) => {
    const element = view.element({ tag: 'button', id: `b${n}` });
    view.move(n * 2_000, n, n).move(n * 2_000 + 50, n + 30, n + 40);
    // Two presses at its end and one at the next one's start make a burst.
    view.press({ t: n * 2_000 + 100, element, x: 5, y: 5, flags: 2 });
    const last = view.press({ t: n * 2_000 + 1_700, element, x: 5, y: 5, flags: 2 });
    view.press({ t: n * 2_000 + 1_900, element, x: 5, y: 5, flags: 2 });
    // The answer to a press before.
    view.event('reaction', { t: n * 2_000 + 1_950, press: Math.max(0, last - 3), kind: n % 3 });
    view.event('scroll', { t: n * 2_000 + 500, y: n * 300, height: 4_000, viewport: 800 });
    const parsed = parseBatch(makeArrival(view.take(), { receivedAt: start }), 0);
    if (!parsed.ok) throw new Error(parsed.letter.reason);
    return parsed.incoming;
  });
})();

/** A view's life: what is stored, what it has folded, and every fact that was said of it. */
class Life {
  readonly stored = new Map<number, ReceivedBatch>();
  readonly facts: SignedFact[] = [];
  view: FoldedView = unfolded;

  take(fresh: readonly ReceivedBatch[]): void {
    const seqs = fresh.map(({ batch }) => batch.seq);
    const later = needsLaterBatches(this.view, seqs)
      ? this.view.laterSeqs.flatMap((seq) => this.stored.get(seq) ?? [])
      : [];
    const step = foldView(this.view, later, fresh, rules);
    for (const one of fresh) this.stored.set(one.batch.seq, one);
    this.view = step.view;
    this.facts.push(...step.facts);
  }

  /** What holds in the end, and how often it was said less how often it was withdrawn. */
  get held(): Record<string, number> {
    const sums = new Map<string, number>();
    for (const { sign, fact } of this.facts) {
      const key = JSON.stringify(fact);
      sums.set(key, (sums.get(key) ?? 0) + sign);
    }
    return Object.fromEntries([...sums].filter(([, sum]) => sum !== 0));
  }
}

const anyOrder = fc.tuple(
  fc.shuffledSubarray([...batches], { minLength: batches.length }),
  fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 8, maxLength: 8 }),
);

function live(ordered: readonly ReceivedBatch[], sizes: readonly number[]): Life {
  const life = new Life();
  const waiting = [...ordered];
  for (const size of sizes) if (waiting.length > 0) life.take(waiting.splice(0, size));
  return life;
}

test('batches in any order, in any groups, end in the same view and the same facts', () => {
  const plain = live(
    batches,
    batches.map(() => 1),
  );
  expect(Object.keys(plain.held).length).toBeGreaterThan(20);
  fc.assert(
    fc.property(anyOrder, ([ordered, sizes]) => {
      const life = live(ordered, sizes);
      expect(life.view).toEqual(plain.view);
      expect(life.held).toEqual(plain.held);
    }),
    { numRuns: 300 },
  );
});

test('while batches are missing, what holds is what those that are there say in their order', () => {
  fc.assert(
    fc.property(
      anyOrder,
      fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 4 }),
      ([ordered, sizes], missing) => {
        const isThere = ({ batch }: ReceivedBatch) => !missing.includes(batch.seq);
        const life = live(ordered.filter(isThere), sizes);
        const plain = live(
          batches.filter(isThere),
          batches.map(() => 1),
        );
        expect(life.view.summary).toEqual(plain.view.summary);
        expect(life.held).toEqual(plain.held);
      },
    ),
  );
});

test('before its first batch a view says nothing', () => {
  const life = new Life();
  life.take(batches.slice(3, 6).reverse());
  expect(life.facts).toEqual([]);
  expect(life.view).toMatchObject({ nextSeq: 0, laterSeqs: [3, 4, 5], state: null, summary: null });
});

test('what follows a gap costs one step: the batches between are not needed again', () => {
  const life = new Life();
  life.take(batches.slice(0, 2));
  life.take(batches.slice(4, 5));
  expect(needsLaterBatches(life.view, [5, 6])).toBe(false);
  expect(needsLaterBatches(life.view, [3])).toBe(true);
});
