import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addToTrail,
  distancePx,
  pointerAt,
  type SessionTrail,
  samplesUntil,
  type TrailColumns,
  type ViewTrail,
} from './view-trail.ts';

type Sample = readonly [view: number, tMs: number, x: number, y: number];

function columns(samples: readonly Sample[]): TrailColumns {
  return {
    viewIds: ['a', 'b'],
    view: samples.map(([view]) => view),
    tMs: samples.map(([, t]) => t),
    x: samples.map(([, , x]) => x),
    y: samples.map(([, , , y]) => y),
  };
}

function plain(trail: SessionTrail) {
  return Object.fromEntries(
    [...trail].map(([id, { length, tMs, x, y }]) => [
      id,
      [tMs, x, y].map((column) => [...column.subarray(0, length)]),
    ]),
  );
}

function oneView(samples: readonly (readonly [t: number, x: number, y: number])[]): ViewTrail {
  const trail = addToTrail(new Map(), columns(samples.map((each) => [0, ...each] as const)));
  const view = trail.get('a');
  if (!view) throw new Error('no view');
  return view;
}

describe('a trail', () => {
  const distinctTimes = fc
    .uniqueArray(fc.tuple(fc.nat(1), fc.nat(5_000), fc.nat(2_000), fc.nat(2_000)), {
      selector: ([view, t]) => `${view} ${t}`,
    })
    .map((samples) => samples.toSorted((a, b) => a[1] - b[1]));

  test('is the same however it came in, in parts or at once, overlapping or not', () => {
    fc.assert(
      fc.property(distinctTimes, fc.nat(20), fc.nat(5), (samples, cut, overlap) => {
        const whole = addToTrail(new Map(), columns(samples));
        const first = addToTrail(new Map(), columns(samples.slice(0, cut)));
        const parts = addToTrail(first, columns(samples.slice(Math.max(0, cut - overlap))));
        expect(plain(parts)).toEqual(plain(whole));
        const late = addToTrail(
          addToTrail(new Map(), columns(samples.slice(cut))),
          columns(samples.slice(0, cut)),
        );
        expect(plain(late)).toEqual(plain(whole));
      }),
    );
  });

  test('that grew leaves the older one as it was', () => {
    const before = addToTrail(new Map(), columns([[0, 1, 1, 1]]));
    addToTrail(before, columns([[0, 2, 2, 2]]));
    expect(before.get('a')?.length).toBe(1);
  });

  test('counts the samples up to a moment, that moment included', () => {
    const trail = oneView([
      [10, 0, 0],
      [20, 0, 0],
      [20, 1, 1],
      [30, 0, 0],
    ]);
    expect([0, 10, 20, 29, 99].map((t) => samplesUntil(trail, t))).toEqual([0, 1, 3, 3, 4]);
  });

  test('has the pointer rest through a pause and move at its end', () => {
    const trail = oneView([
      [0, 0, 0],
      [1_000, 100, 50],
    ]);
    expect(pointerAt(trail, 800)).toEqual({ x: 0, y: 0 });
    expect(pointerAt(trail, 950)).toEqual({ x: 50, y: 25 });
    expect(pointerAt(trail, 5_000)).toEqual({ x: 100, y: 50 });
    expect(pointerAt(trail, -1)).toBeNull();
  });

  test('is as long as its steps together', () => {
    expect(
      distancePx(
        oneView([
          [0, 0, 0],
          [50, 3, 4],
          [100, 3, 10],
        ]),
      ),
    ).toBe(11);
  });
});
