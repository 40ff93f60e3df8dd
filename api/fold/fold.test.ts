import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Batch } from '../../schema/wire/batch.ts';
import type { Fact, SignedFact } from './fact.ts';
import { foldBatch, type SiteRules } from './fold.ts';
import { initialViewState } from './open-view.ts';
import type { ViewState } from './state.ts';
import { anyStream, cutStream, makeBatch, type StreamItem } from './testing/view-stream.ts';

const anyRules = fc.constantFrom<SiteRules>(
  { rageRule: 'default', deadClickMs: 5_000 },
  { rageRule: 'strict', deadClickMs: 5_000 },
  { rageRule: 'default', deadClickMs: 1_000 },
);
const anyCuts = fc.array(fc.nat(120), { maxLength: 30, size: 'max' });

function foldAll(batches: readonly Batch[], rules: SiteRules) {
  let state: ViewState = initialViewState();
  const facts: SignedFact[] = [];
  for (const batch of batches) {
    const step = foldBatch(state, { batch, receivedAt: 1_700_000_005_000 }, rules);
    state = step.state;
    facts.push(...step.facts);
  }
  return { state, facts };
}

/** What holds after all facts: movement as one row of samples, everything else by key. */
function sumFacts(facts: readonly SignedFact[]) {
  const standing = new Map<string, Fact>();
  const moves: number[][] = [];
  for (const { sign, fact } of facts) {
    if (fact.kind === 'moves') {
      moves.push(...fact.moves.t.map((t, i) => [t, fact.moves.x[i] ?? 0, fact.moves.y[i] ?? 0]));
    } else if (sign > 0) {
      expect(standing.has(fact.key), `${fact.key} asserted twice`).toBe(false);
      standing.set(fact.key, fact);
    } else {
      expect(standing.get(fact.key), `${fact.key} retracted as it stands`).toEqual(fact);
      standing.delete(fact.key);
    }
  }
  return { moves, standing: new Map([...standing].sort(([a], [b]) => (a < b ? -1 : 1))) };
}

function clampCuts(items: readonly StreamItem[], cuts: readonly number[]): number[] {
  // The first batch holds the elements, as a tracker tells them when they are first pointed at.
  return cuts.map((cut) => Math.min(Math.max(2, cut), items.length));
}

describe('the fold of a page view', () => {
  it('gives the same numbers and the same facts however the view is cut into batches', () => {
    fc.assert(
      fc.property(anyStream, anyCuts, anyRules, (items, cuts, rules) => {
        const whole = foldAll(cutStream(items, []), rules);
        const cut = foldAll(cutStream(items, clampCuts(items, cuts)), rules);
        expect(cut.state.summary).toEqual(whole.state.summary);
        expect(sumFacts(cut.facts)).toEqual(sumFacts(whole.facts));
      }),
      { numRuns: 300 },
    );
  });

  it('leaves the state it is given untouched, and returns plain JSON', () => {
    fc.assert(
      fc.property(anyStream, anyCuts, anyRules, (items, cuts, rules) => {
        let state: ViewState = initialViewState();
        for (const batch of cutStream(items, clampCuts(items, cuts))) {
          const before = JSON.stringify(state);
          const next = foldBatch(state, { batch, receivedAt: 0 }, rules).state;
          expect(JSON.stringify(state)).toBe(before);
          expect(JSON.parse(JSON.stringify(next))).toStrictEqual(next);
          state = next;
        }
      }),
      { numRuns: 60 },
    );
  });

  it('goes on from a state that was stored and read again', () => {
    fc.assert(
      fc.property(anyStream, anyCuts, anyRules, (items, cuts, rules) => {
        const batches = cutStream(items, clampCuts(items, cuts));
        let stored: ViewState = initialViewState();
        const facts: SignedFact[] = [];
        for (const batch of batches) {
          const copy: ViewState = JSON.parse(JSON.stringify(stored));
          const step = foldBatch(copy, { batch, receivedAt: 1_700_000_005_000 }, rules);
          stored = step.state;
          facts.push(...step.facts);
        }
        expect({ state: stored, facts }).toEqual(foldAll(batches, rules));
      }),
      { numRuns: 60 },
    );
  });
});

describe('what a fold says', () => {
  it('counts in its summary exactly what its facts say', () => {
    fc.assert(
      fc.property(anyStream, anyCuts, anyRules, (items, cuts, rules) => {
        const { state, facts } = foldAll(cutStream(items, clampCuts(items, cuts)), rules);
        const standing = [...sumFacts(facts).standing.values()];
        const clicks = standing.filter((fact) => fact.kind === 'click');
        const bursts = standing.filter((fact) => fact.kind === 'burst');
        const rage = bursts.filter((burst) => !burst.productive);
        expect(state.summary).toMatchObject({
          clicks: clicks.length,
          deadClicks: clicks.filter((click) => click.isDead).length,
          slowClicks: clicks.filter((click) => click.isSlow).length,
          rageClicks: rage.reduce((sum, burst) => sum + burst.clickCount, 0),
          rageBursts: rage.length,
          productiveBursts: bursts.length - rage.length,
          scrollEvents: standing.filter((fact) => fact.kind === 'scroll').length,
        });
        const marked = clicks.filter((click) => click.isRage).map((click) => click.press);
        expect(new Set(marked)).toEqual(new Set(rage.flatMap((burst) => burst.presses)));
        const dwelt = standing.filter((fact) => fact.kind === 'dwell');
        expect(dwelt.reduce((sum, fact) => sum + fact.durationMs, 0)).toBe(
          state.summary?.attentiveMs,
        );
      }),
      { numRuns: 200 },
    );
  });

  it('does not break on a missing batch, and has no facts before the page block', () => {
    fc.assert(
      fc.property(anyStream, anyCuts, fc.nat(10), anyRules, (items, cuts, missing, rules) => {
        const batches = cutStream(items, clampCuts(items, cuts));
        const some = batches.filter(({ seq }) => seq !== missing);
        const { state, facts } = foldAll(some, rules);
        sumFacts(facts);
        if (missing === 0)
          expect({ state, facts }).toEqual({ state: initialViewState(), facts: [] });
      }),
      { numRuns: 100 },
    );
  });

  it('dates the view by the offset between its sending and its arrival', () => {
    const { state } = foldAll([makeBatch()], { rageRule: 'default', deadClickMs: 5_000 });
    expect(state.summary?.startedAt).toBe(1_700_000_003_000);
  });
});
