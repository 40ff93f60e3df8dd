import { describe, expect, it } from 'vitest';
import type { WireEvent } from '../../schema/wire/events.ts';
import { foldEvents, pickFacts, usualRules } from './testing/fold-events.ts';

const scroll = (t: number, y: number, more: object = {}) =>
  ({ type: 'scroll', t, element: -1, y, height: 3_200, viewport: 800, ...more }) as WireEvent;
const fold = (...events: readonly WireEvent[]) => foldEvents(usualRules, events);

describe('scroll depth', () => {
  it('is of the whole document, from its first screen on', () => {
    // The page of these tests is 3,000 px high and 800 px of it are seen.
    expect(fold().summary.deepestScrollPercent).toBeCloseTo((800 / 3_000) * 100, 10);
    const { summary, standing } = fold(scroll(100, 1_600), scroll(200, 0));
    expect(summary).toMatchObject({ deepestPx: 2_400, deepestScrollPercent: 75, scrollEvents: 2 });
    expect(pickFacts(standing, 'scroll').map((fact) => fact.depthPercent)).toEqual([75, 25]);
  });

  it('follows a page that grows after it was opened', () => {
    const grown = { viewportWidth: 1_200, viewportHeight: 800, documentWidth: 1_200 };
    const resize = { type: 'resize', t: 50, ...grown, documentHeight: 8_000 } as const;
    expect(fold(resize).summary).toMatchObject({ deepestScrollPercent: 10, documentHeight: 8_000 });
  });

  it('is not that of a container', () => {
    const { summary, standing } = fold(scroll(100, 2_400, { element: 3 }));
    expect(summary.deepestPx).toBe(800);
    expect(pickFacts(standing, 'scroll')[0]).toMatchObject({
      depthPercent: 100,
      container: { index: 3 },
    });
  });
});

describe('direction changes', () => {
  const reversals = (...ys: readonly number[]) =>
    fold(...ys.map((y, i) => scroll(i * 100, y))).summary.scrollReversals;
  it('are counted where the direction turns', () => {
    expect(reversals(100, 200, 300)).toBe(0);
    expect(reversals(300, 200)).toBe(1);
    expect(reversals(300, 200, 100, 400)).toBe(2);
  });
  it('are 10 px and more, there and back: less is trembling', () => {
    expect(reversals(300, 291, 300)).toBe(0);
    expect(reversals(300, 290)).toBe(1);
    expect(reversals(9, 0, 9, 0)).toBe(0);
  });
  it('do not come from standing still, nor from bouncing at the ends', () => {
    expect(reversals(300, 300, 400)).toBe(0);
    expect(reversals(300, 300, 200)).toBe(1);
    expect(reversals(2_400, 2_450, 2_400)).toBe(0);
    expect(reversals(-30, 0)).toBe(0);
  });
  it('are those of one scroller', () => {
    const { summary } = fold(scroll(0, 300), scroll(1, 100, { element: 1 }), scroll(2, 400));
    expect(summary.scrollReversals).toBe(0);
  });
});

describe('excessive scrolling', () => {
  /** Down and up again by `px`, in `times` reversals, `gapMs` apart. */
  const toAndFro = (times: number, px: number, gapMs: number) =>
    fold(...Array.from({ length: times + 1 }, (_, i) => scroll(i * gapMs, i % 2 === 0 ? px : 0)));
  it('is 4 reversals of half a viewport within 10 s', () => {
    expect(toAndFro(4, 400, 100).summary.excessiveScrolls).toBe(1);
    expect(toAndFro(3, 400, 100).summary.excessiveScrolls).toBe(0);
    expect(toAndFro(4, 399, 100).summary.excessiveScrolls).toBe(0);
    expect(toAndFro(4, 400, 3_333).summary.excessiveScrolls).toBe(1);
    expect(toAndFro(4, 400, 3_334).summary.excessiveScrolls).toBe(0);
  });
  it('is one incident however long it lasts', () => {
    const { summary, standing } = toAndFro(9, 800, 1_000);
    expect(summary.excessiveScrolls).toBe(1);
    expect(pickFacts(standing, 'excessiveScroll')).toMatchObject([
      { t: 1_000, durationMs: 8_000, reversals: 9 },
    ]);
  });
});
