import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bringIntoSight,
  fitFirst,
  fitPage,
  keepInSight,
  toPage,
  zoomAt,
} from './view-transform.ts';

const stage = { width: 800, height: 600 };

describe('the page on the stage', () => {
  test('fits, centred, and is never shown larger than it was', () => {
    expect(fitPage({ width: 1_552, height: 576 }, stage)).toEqual({ scale: 0.5, x: 12, y: 156 });
    expect(fitPage({ width: 100, height: 100 }, stage).scale).toBe(1);
  });

  test('is shown first down to where anything happened, however much follows below', () => {
    const tall = { width: 1_200, height: 9_000 };
    const first = fitFirst(tall, stage, 1_152);
    expect(first).toEqual({ scale: 0.5, x: 100, y: 12 });
    expect(fitFirst({ width: 1_200, height: 900 }, stage, 9_999)).toEqual(
      fitPage({ width: 1_200, height: 900 }, stage),
    );
  });

  test('stays put under the point at which it is zoomed', () => {
    const place = fc.record({ x: fc.nat(800), y: fc.nat(600) });
    const before = { scale: 0.5, x: 12, y: -40 };
    fc.assert(
      fc.property(place, fc.double({ min: 0.2, max: 5, noNaN: true }), (point, factor) => {
        const after = zoomAt(before, factor, point, 0.01);
        expect(toPage(after, point).x).toBeCloseTo(toPage(before, point).x, 6);
        expect(toPage(after, point).y).toBeCloseTo(toPage(before, point).y, 6);
      }),
    );
  });

  test('can’t be dragged off the stage', () => {
    const page = { width: 1_000, height: 1_000 };
    const away = keepInSight({ scale: 0.5, x: 9_000, y: -9_000 }, page, stage);
    expect(away.x).toBeLessThan(stage.width);
    expect(away.y + page.height * away.scale).toBeGreaterThan(0);
  });

  test('follows the pointer only when it leaves the stage', () => {
    const transform = { scale: 1, x: 0, y: 0 };
    expect(bringIntoSight(transform, { x: 400, y: 300 }, stage)).toBe(transform);
    expect(bringIntoSight(transform, { x: 400, y: 700 }, stage)).toEqual({
      scale: 1,
      x: 0,
      y: -148,
    });
  });
});
