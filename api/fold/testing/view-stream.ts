import fc from 'fast-check';
import type { Batch, ElementInfo, PageInfo } from '../../../schema/wire/batch.ts';
import type { WireEvent } from '../../../schema/wire/events.ts';
import { anyFormEvent } from './form-events.ts';

/** One thing a tracker records, at its moment: the unit that batches are cut between. */
export type StreamItem =
  | { readonly move: { readonly t: number; readonly x: number; readonly y: number } }
  | { readonly event: WireEvent; readonly element?: ElementInfo };

export const page: PageInfo = {
  startedAt: 1_700_000_000_000,
  sentAt: 1_700_000_002_000,
  kind: 0,
  viewportWidth: 1_200,
  viewportHeight: 800,
  documentWidth: 1_200,
  documentHeight: 3_000,
  touch: 0,
  automated: 0,
  url: 'https://shop.example/',
  referrer: '',
  user: '',
};

export function makeElement(index: number): ElementInfo {
  const path = `main > button:nth-child(${index + 1})`;
  return { index, tag: 'button', id: '', class: '', role: 'button', path, name: '' };
}

export function makePress(
  press: number,
  t: number,
  more: Partial<Extract<WireEvent, { type: 'press' }>> = {},
): Extract<WireEvent, { type: 'press' }> {
  return {
    type: 'press',
    t,
    press,
    element: -1,
    x: 100,
    y: 100,
    viewportX: 100,
    viewportY: 100,
    elementXMyriad: 5_000,
    elementYMyriad: 5_000,
    elementWidth: 80,
    elementHeight: 30,
    viewportWidth: 1_200,
    viewportHeight: 800,
    pointer: 0,
    flags: 0,
    exempt: 0,
    ...more,
  };
}

export function makeReaction(
  press: number,
  t: number,
  more: Partial<Extract<WireEvent, { type: 'reaction' }>> = {},
): Extract<WireEvent, { type: 'reaction' }> {
  return { type: 'reaction', t, press, kind: 0, afterMs: 0, causes: 0, networkMs: 0, ...more };
}

const emptyBatch: Batch = {
  v: 1,
  site: 'shop',
  session: 'sessionsessions1',
  visitor: 'visitorvisitors1',
  view: 'viewview',
  seq: 0,
  activeMs: 0,
  elements: [],
  moves: { t: [], x: [], y: [] },
  events: [],
  lost: { moves: 0, events: 0 },
};

/** A batch of the view of these tests. */
export function makeBatch(more: Partial<Batch> = {}): Batch {
  return { ...emptyBatch, ...(more.seq ? null : { page }), ...more };
}

/**
 * The items as batches, cut where `cuts` says.
 *
 * @param cuts positions in the stream, in any order
 */
export function cutStream(items: readonly StreamItem[], cuts: readonly number[]): Batch[] {
  const ends = [...new Set([...cuts, items.length])].sort((a, b) => a - b);
  let activeMs = 0;
  return ends.map((end, seq) => {
    const part = items.slice(ends[seq - 1] ?? 0, end);
    const moves = part.flatMap((item) => ('move' in item ? [item.move] : []));
    const events = part.flatMap((item) => ('event' in item ? [item.event] : []));
    activeMs = Math.max(activeMs, ...moves.map(({ t }) => t));
    return makeBatch({
      seq,
      activeMs,
      elements: part.flatMap((item) => ('element' in item && item.element ? [item.element] : [])),
      moves: {
        t: moves.map(({ t }) => t),
        x: moves.map(({ x }) => x),
        y: moves.map(({ y }) => y),
      },
      events,
    });
  });
}

/** What happens next: makes the item from its time, and from the presses so far. */
type Step = (t: number, presses: number) => StreamItem;

const place = fc.oneof(fc.constantFrom(100, 103, 130, 199, 200), fc.nat(1_000));

const move: fc.Arbitrary<Step> = fc.tuple(place, place).map(([x, y]) => (t) => ({
  move: { t, x, y },
}));
const press: fc.Arbitrary<Step> = fc
  .record({
    x: fc.constantFrom(100, 100, 103, 106, 150, 151),
    y: fc.constantFrom(100, 100, 100, 140),
    pointer: fc.constantFrom(0, 0, 0, 3),
    flags: fc.constantFrom(0, 0, 0, 1, 4),
    exempt: fc.constantFrom(0, 0, 0, 2),
    element: fc.constantFrom(-1, 0, 1),
  })
  .map((more) => (t, presses) => ({ event: makePress(presses, t, more) }));
const reaction: fc.Arbitrary<Step> = fc
  .record({
    back: fc.nat(4),
    kind: fc.constantFrom(0, 1, 2, 2, 3),
    afterMs: fc.constantFrom(0, 200, 999, 1_000, 5_000, 5_001),
    causes: fc.constantFrom(0, 1, 4, 128, 256),
    networkMs: fc.constantFrom(0, 0, 4_999, 5_000, 15_000, 15_001),
  })
  .map(({ back, ...more }) => (t, presses) => ({
    event: makeReaction(Math.max(0, presses - 1 - back), t, more),
  }));
const scroll: fc.Arbitrary<Step> = fc
  .record({
    element: fc.constantFrom(-1, -1, 0),
    y: fc.oneof(fc.constantFrom(0, 0, 399, 400, 2_200), fc.integer({ min: -50, max: 2_500 })),
  })
  .map((more) => (t) => ({ event: { type: 'scroll', t, height: 3_000, viewport: 800, ...more } }));
const other: fc.Arbitrary<Step> = fc.oneof(
  fc.constantFrom(0, 1, 2).map(
    (state): Step =>
      (t) => ({ event: { type: 'visibility', t, state } }),
  ),
  fc.tuple(fc.nat(4_000), fc.constantFrom(0, 1)).map(
    ([durationMs, clicked]): Step =>
      (t) => ({
        event: {
          type: 'hover',
          t: Math.max(0, t - durationMs),
          element: 1,
          durationMs: Math.min(t, durationMs),
          clicked,
        },
      }),
  ),
  fc.nat(3_000).map(
    (durationMs): Step =>
      (t) => ({
        event: {
          type: 'typing',
          t: Math.max(0, t - durationMs),
          presses: 5,
          durationMs: Math.min(t, durationMs),
          shortestIntervalMs: 10,
          longestIntervalMs: 300,
        },
      }),
  ),
  fc.constant<Step>((t, presses) => ({
    event: { type: 'error', t, press: presses - 1, line: 1, column: 2, message: 'm', source: 's' },
  })),
  fc.constant<Step>((t) => ({
    event: {
      type: 'resize',
      t,
      viewportWidth: 900,
      viewportHeight: 700,
      documentWidth: 900,
      documentHeight: 4_000,
    },
  })),
  fc.constant<Step>((t) => ({ event: { type: 'identify', t, user: 'ada' } })),
  fc.constant<Step>((t) => ({ event: { type: 'custom', t, name: 'buy', properties: '{}' } })),
  anyFormEvent.map(
    (event): Step =>
      (t) => ({ event: { ...event, t } }),
  ),
  fc.constant<Step>((t) => ({ event: { type: 'swipe', t, pointer: 1, x: 1, y: 1 } })),
);

/** How quickly one thing follows another: hectic, ordinary, with long silences. */
const tempos = [
  fc.oneof(fc.nat(400), fc.constantFrom(0, 500, 501)),
  fc.oneof({ weight: 5, arbitrary: fc.nat(3_000) }, { weight: 2, arbitrary: fc.nat(400) }),
  fc.oneof({ weight: 5, arbitrary: fc.nat(1_000) }, { weight: 1, arbitrary: fc.nat(90_000) }),
];
const signals = [move, press, reaction, scroll, other];
/** How often each signal comes: a mixture, mostly movement, mostly presses, mostly scrolling. */
const moods = [
  [4, 3, 3, 3, 2],
  [12, 1, 1, 1, 1],
  [1, 8, 5, 0, 1],
  [1, 1, 1, 10, 1],
];

const anySteps = fc
  .tuple(fc.constantFrom(...tempos), fc.constantFrom(...moods))
  .chain(([gapMs, weights]) =>
    fc.array(
      fc.tuple(
        gapMs,
        fc.oneof(...signals.map((arbitrary, i) => ({ weight: weights[i] ?? 0, arbitrary }))),
      ),
      { minLength: 5, maxLength: 120, size: 'max' },
    ),
  );

/** Anything a tracker may record of one page view, in order of time; elements are told before anything else. */
export const anyStream: fc.Arbitrary<readonly StreamItem[]> = anySteps.map((steps) => {
  let t = 0;
  let presses = 0;
  const first: StreamItem[] = [0, 1].map((index) => ({
    event: { type: 'identify', t: 0, user: '' },
    element: makeElement(index),
  }));
  return first.concat(
    steps.map(([gapMs, step]) => {
      t += gapMs;
      const item = step(t, presses);
      if ('event' in item && item.event.type === 'press') presses++;
      return item;
    }),
  );
});
