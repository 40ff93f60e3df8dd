import { describe, expect, it } from 'vitest';
import { Visibility, type WireEvent } from '../../schema/wire/events.ts';
import { foldEvents, pickFacts, usualRules } from './testing/fold-events.ts';
import { makePress } from './testing/view-stream.ts';

const scroll = (t: number, y: number): WireEvent => ({
  type: 'scroll',
  t,
  element: -1,
  y,
  height: 3_000,
  viewport: 800,
});
const visibility = (t: number, state: number): WireEvent => ({ type: 'visibility', t, state });

describe('attention', () => {
  it('goes to the part of the page that is on screen', () => {
    const { standing, summary } = foldEvents(usualRules, [scroll(4_000, 500), makePress(0, 9_000)]);
    expect(pickFacts(standing, 'dwell')).toMatchObject([
      { fromPx: 0, toPx: 800, durationMs: 4_000 },
      { fromPx: 500, toPx: 1_300, heightPx: 3_000, durationMs: 5_000 },
    ]);
    expect(summary.attentiveMs).toBe(9_000);
  });

  it('grows while the page stays where it is', () => {
    const { steps, standing } = foldEvents(
      usualRules,
      [makePress(0, 1_000)],
      [makePress(1, 2_500)],
    );
    expect(steps[1]?.filter(({ fact }) => fact.kind === 'dwell')).toMatchObject([
      { sign: -1, fact: { durationMs: 1_000 } },
      { sign: 1, fact: { durationMs: 2_500 } },
    ]);
    expect(pickFacts(standing, 'dwell')).toHaveLength(1);
  });

  it('ends 30 s after the last activity', () => {
    const attentive = (t: number) => foldEvents(usualRules, [makePress(0, t)]).summary.attentiveMs;
    expect(attentive(30_000)).toBe(30_000);
    expect(attentive(30_001)).toBe(30_000);
    expect(attentive(3_600_000)).toBe(30_000);
  });

  it('is given by movement as well', () => {
    const moves = [20_000, 40_000, 60_000].map((t) => [t, 5, 5]);
    expect(foldEvents(usualRules, { moves }).summary.attentiveMs).toBe(60_000);
  });

  it('stops while the tab is hidden', () => {
    const { summary } = foldEvents(usualRules, [
      visibility(5_000, Visibility.hidden),
      visibility(15_000, Visibility.shown),
      makePress(0, 17_000),
    ]);
    expect(summary).toMatchObject({ attentiveMs: 7_000, lastActivityMs: 17_000 });
  });

  it('starts again when the tab is shown, which is no activity', () => {
    const shown = [visibility(1_000, Visibility.hidden), visibility(3_600_000, Visibility.shown)];
    const { summary } = foldEvents(usualRules, [
      ...shown,
      visibility(3_700_000, Visibility.closed),
    ]);
    expect(summary).toMatchObject({ attentiveMs: 31_000, lastActivityMs: 0 });
  });

  it('is not kept awake by a page that scrolls by itself', () => {
    const scrolls = Array.from({ length: 20 }, (_, i) => scroll((i + 1) * 5_000, i % 2));
    expect(foldEvents(usualRules, scrolls).summary).toMatchObject({
      attentiveMs: 30_000,
      lastActivityMs: 0,
    });
  });

  it('lasts all the while that somebody types', () => {
    const typing = {
      type: 'typing',
      t: 1_000,
      presses: 200,
      durationMs: 80_000,
      shortestIntervalMs: 50,
      longestIntervalMs: 1_900,
    } as const;
    expect(foldEvents(usualRules, [typing]).summary).toMatchObject({
      attentiveMs: 81_000,
      lastActivityMs: 81_000,
    });
  });
});
