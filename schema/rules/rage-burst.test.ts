import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TimedPoint } from './point.ts';
import { newRageSearch, type RageSearch, searchRage } from './rage-burst.ts';

/** Sizes of the bursts found, with the index of each one's first click. */
function findBursts(clicks: readonly TimedPoint[]): { start: number; size: number }[] {
  const bursts: { start: number; size: number }[] = [];
  let search: RageSearch<TimedPoint> = newRageSearch;
  for (const [i, click] of clicks.entries()) {
    const step = searchRage(search, click);
    search = step.search;
    const last = bursts.at(-1);
    if (step.outcome === 'starts') bursts.push({ start: i - 2, size: 3 });
    if (step.outcome === 'extends' && last) last.size++;
  }
  return bursts;
}

/** The definition, with all clicks at hand. */
function defineBursts(clicks: readonly TimedPoint[]): { start: number; size: number }[] {
  const bursts: { start: number; size: number }[] = [];
  const near = (i: number, k: number) => {
    const [a, b] = [clicks[i], clicks[k]];
    return a && b ? Math.hypot(a.x - b.x, a.y - b.y) <= 50 : false;
  };
  const quick = (k: number) => {
    const [a, b] = [clicks[k - 2], clicks[k]];
    return a && b ? b.t - a.t <= 1_000 : false;
  };
  for (let i = 0; i + 2 < clicks.length; i++) {
    if (!quick(i + 2) || !near(i, i + 1) || !near(i, i + 2)) continue;
    let end = i + 2;
    while (end + 1 < clicks.length && quick(end + 1) && near(i, end + 1)) end++;
    bursts.push({ start: i, size: end - i + 1 });
    i = end;
  }
  return bursts;
}

const at = (t: number, x = 0, y = 0): TimedPoint => ({ t, x, y });

describe('a rage burst', () => {
  it('is three clicks within 1,000 ms, the limit included', () => {
    expect(findBursts([at(0), at(500), at(1_000)])).toEqual([{ start: 0, size: 3 }]);
    expect(findBursts([at(0), at(500), at(1_001)])).toEqual([]);
    expect(findBursts([at(0), at(1)])).toEqual([]);
  });

  it('has its clicks within 50 px of the first, the limit included', () => {
    expect(findBursts([at(0), at(1, 30, 40), at(2, 50)])).toHaveLength(1);
    expect(findBursts([at(0), at(1, 30, 41), at(2)])).toEqual([]);
    expect(findBursts([at(0), at(1), at(2, 51)])).toEqual([]);
    // 60 px from each other, yet both within 50 px of the first.
    expect(findBursts([at(0), at(1, -30), at(2, 30)])).toHaveLength(1);
  });

  it('goes on while each further click closes such a window: one incident, one burst', () => {
    const chain = Array.from({ length: 12 }, (_, i) => at(i * 500));
    expect(findBursts(chain)).toEqual([{ start: 0, size: 12 }]);
    expect(findBursts([...chain, at(11 * 500 + 501)])).toEqual([{ start: 0, size: 12 }]);
  });

  it('ends at a click that is too far from its first one', () => {
    expect(findBursts([at(0), at(1, 40), at(2, 40), at(3, 80)])).toEqual([{ start: 0, size: 3 }]);
  });

  it('shares no click with the next one', () => {
    const clicks = [at(0), at(100), at(200), at(300, 200), at(400, 200), at(500, 200)];
    expect(findBursts(clicks)).toEqual([
      { start: 0, size: 3 },
      { start: 3, size: 3 },
    ]);
  });

  it('is what the definition says, for any clicks', () => {
    const anyClicks = fc
      .array(
        fc.record({
          gap: fc.oneof(fc.nat(500), fc.constantFrom(499, 500, 501, 1_000)),
          x: fc.constantFrom(0, 0, 30, 50, 51),
          y: fc.constantFrom(0, 40),
        }),
        { maxLength: 40, size: 'max' },
      )
      .map((clicks) => {
        let t = 0;
        return clicks.map(({ gap, x, y }) => {
          t += gap;
          return { t, x, y };
        });
      });
    fc.assert(
      fc.property(anyClicks, (clicks) => {
        expect(findBursts(clicks)).toEqual(defineBursts(clicks));
      }),
      { numRuns: 500 },
    );
  });
});
