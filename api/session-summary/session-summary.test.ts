import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ViewSummary } from '../fold/summary.ts';
import { foldEvents, usualRules } from '../fold/testing/fold-events.ts';
import { makeElement, makePress } from '../fold/testing/view-stream.ts';
import { summariseSession } from './session-summary.ts';

const blank = foldEvents(usualRules, []).summary;
const view = (more: Partial<ViewSummary>): ViewSummary => ({ ...blank, ...more });
const hover = (durationMs: number, count = 1, clicked = 0) => ({
  element: makeElement(1),
  durationMs,
  count,
  clicked,
  firstMs: 10,
});

describe('a session', () => {
  it('lasts from its first start to its last activity, in any view', () => {
    const summary = summariseSession([
      view({ view: 'b', startedAt: 5_000, lastActivityMs: 1_000 }),
      view({ view: 'a', startedAt: 1_000, lastActivityMs: 9_500 }),
    ]);
    expect(summary).toMatchObject({
      startedAt: 1_000,
      endedAt: 10_500,
      sessionDurationSeconds: 9.5,
      pageCount: 2,
    });
    expect(summary.pages.map((page) => [page.view, page.durationMs])).toEqual([
      ['a', 9_500],
      ['b', 1_000],
    ]);
  });

  it('moves at its distance over its duration, and at 0 where it has none', () => {
    const moved = { distancePx: 300, startedAt: 0 };
    expect(summariseSession([view({ ...moved, lastActivityMs: 1_500 })]).avgSpeedPxPerSec).toBe(
      200,
    );
    expect(summariseSession([view({ ...moved, lastActivityMs: 0 })]).avgSpeedPxPerSec).toBe(0);
  });

  it('is the same in whatever order its views are given', () => {
    const anyView = fc
      .record({
        view: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
        startedAt: fc.constantFrom(0, 1_000, 4_000, 9_000),
        lastActivityMs: fc.nat(20_000),
        distancePx: fc.double({ min: 0, max: 1e6, noNaN: true }),
        efficiencySum: fc.double({ min: 0, max: 1, noNaN: true }),
        efficiencyCount: fc.constant(1),
        url: fc.constantFrom('https://shop.example/', 'https://shop.example/b'),
        hovers: fc.array(
          fc.nat(5_000).map((ms) => hover(ms)),
          { maxLength: 2 },
        ),
      })
      .map(view);
    const anyViews = fc.uniqueArray(anyView, { selector: (v) => v.view, minLength: 1 });
    fc.assert(
      fc.property(anyViews, (views) => {
        const backwards = [...views].reverse();
        expect(summariseSession(backwards)).toEqual(summariseSession(views));
      }),
    );
  });
});

describe('the numbers of a session', () => {
  it('have the pattern that its segments vote for, over all views', () => {
    const none = blank.segments;
    const views = [
      view({ view: 'a', segments: { ...none, linear: 2, none: 4 } }),
      view({ view: 'b', segments: { ...none, erratic: 3, mixed: 9 } }),
    ];
    expect(summariseSession(views.slice(0, 1)).movementPattern).toBeNull();
    expect(summariseSession(views)).toMatchObject({
      movementPattern: 'erratic',
      segments: { linear: 2, erratic: 3, mixed: 9, none: 4 },
    });
  });

  it('average path efficiency over movements, not over views', () => {
    const views = [
      view({ view: 'a', efficiencySum: 1, efficiencyCount: 1 }),
      view({ view: 'b', efficiencySum: 1.5, efficiencyCount: 4 }),
    ];
    expect(summariseSession(views).pathEfficiency).toBe(0.5);
    expect(summariseSession([blank]).pathEfficiency).toBeNull();
  });

  it('name the user identified last', () => {
    const named = [
      view({ view: 'a', startedAt: 1, user: 'ada' }),
      view({ view: 'b', startedAt: 2, user: 'bob' }),
      view({ view: 'c', startedAt: 3 }),
    ];
    expect(summariseSession(named).user).toBe('bob');
  });

  it('count returns to a page left less than 5 s before, whatever the hash', () => {
    const page = (name: string, startedAt: number, url: string) =>
      view({ view: name, startedAt, url: `https://shop.example${url}` });
    const summary = summariseSession([
      page('a', 0, '/'),
      page('b', 10_000, '/product'),
      page('c', 15_000, '/#top'),
    ]);
    expect(summary.quickBacks).toBe(1);
    expect(summary.pages.map(({ isQuickBack }) => isQuickBack)).toEqual([false, false, true]);
  });

  it('add up the clicks of its views', () => {
    const { summary } = foldEvents(usualRules, [makePress(0, 5), makePress(1, 400)]);
    const session = summariseSession([summary, { ...summary, view: 'other' }]);
    expect(session).toMatchObject({ totalClicks: 4, rageClicks: 0, offsets: { n: 4 } });
  });
});

describe('hovers of a session', () => {
  it('are merged by page and element: durations and counts add up', () => {
    const { hovers } = summariseSession([
      view({ view: 'a', hovers: [hover(400), hover(300, 1, 1)] }),
      view({ view: 'b', url: `${blank.url}#more`, hovers: [hover(200)] }),
      view({ view: 'c', url: `${blank.url}other`, hovers: [hover(9_000)] }),
    ]);
    expect(hovers).toMatchObject([
      { hoverDurationMs: 900, hoverCount: 3, didClick: true, hoverPattern: 'repeated' },
      { hoverDurationMs: 9_000, hoverCount: 1, didClick: false, hoverPattern: 'lingering' },
    ]);
  });

  it('are merged by route where one is given', () => {
    const views = [
      view({ view: 'a', url: 'https://shop.example/product/1', hovers: [hover(10)] }),
      view({ view: 'b', url: 'https://shop.example/product/2', hovers: [hover(10)] }),
    ];
    expect(summariseSession(views).hovers).toHaveLength(2);
    expect(summariseSession(views, () => '/product/:id').hovers).toHaveLength(1);
  });
});
