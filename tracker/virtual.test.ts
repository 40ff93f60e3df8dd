import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits } from '../schema/limits.ts';
import { checkBatch } from '../schema/wire/check.ts';
import { decodeBatch } from '../schema/wire/decode.ts';
import { PressFlag } from '../schema/wire/events.ts';
import { type PointerRow, recordRows, type VirtualOptions } from './virtual.ts';

const options: VirtualOptions = {
  site: 'shop',
  session: 'AAAAAAAAAAAAAAAA',
  visitor: 'BBBBBBBBBBBBBBBB',
  makeViewId: (index) => `viewid0${index % 10}`,
  startedAt: 1_700_000_000_000,
  url: 'https://shop.example/',
  viewportWidth: 1_920,
  viewportHeight: 1_080,
};
const play = (rows: readonly PointerRow[], more: Partial<VirtualOptions> = {}) => {
  const packed = [...recordRows(rows, { ...options, ...more })];
  for (const { length } of packed) expect(length).toBeLessThanOrEqual(limits.batchBytes);
  const batches = packed.map((body) => checkBatch(decodeBatch(body)));
  const moves = batches.flatMap(({ moves: { t, x, y } }) =>
    t.map((time, i) => [time, x[i], y[i]] as const),
  );
  return { batches, moves, events: batches.flatMap(({ events }) => events) };
};
const move = (tMs: number, x: number, y = 0): PointerRow => ({ tMs, x, y, kind: 'move' });

describe('a replay that keeps every sample', () => {
  const row = fc.record({
    gapMs: fc.oneof(fc.nat(200), fc.constant(0), fc.nat(4_000_000)),
    x: fc.nat(5_000),
    y: fc.nat(5_000),
    kind: fc.constantFrom('move', 'move', 'move', 'down', 'up', 'none'),
  });
  const recording = fc.array(row, { minLength: 1, maxLength: 400 }).map((steps) => {
    let tMs = 1_234;
    return steps.map(({ gapMs, ...step }): PointerRow => {
      tMs += gapMs;
      return { ...step, tMs };
    });
  });

  it('stores each move one for one and each press in order, from the first row to the last', () => {
    fc.assert(
      fc.property(recording, (rows) => {
        const { batches, moves, events } = play(rows, { sampleMs: 0 });
        const startMs = rows[0]?.tMs ?? 0;
        const sent = rows.filter(({ kind }) => kind === 'move');
        expect(moves).toEqual(sent.map(({ tMs, x, y }) => [tMs - startMs, x, y]));
        const downs = rows.filter(({ kind }) => kind === 'down');
        expect(
          events.map((event) => (event.type === 'press' ? [event.press, event.t] : [])),
        ).toEqual(downs.map(({ tMs }, index) => [index, tMs - startMs]));
        expect(batches.map(({ seq }) => seq)).toEqual(batches.map((_, index) => index));
        expect(batches.at(-1)?.activeMs).toBe((rows.at(-1)?.tMs ?? 0) - startMs);
      }),
      { numRuns: 200 },
    );
  });

  it('cuts batches that would grow too long', () => {
    const rows = Array.from({ length: 5_000 }, (_, i) => move(i % 2, (i * 7_919) % 100_000));
    const { batches, moves } = play(rows, { sampleMs: 0 });
    expect(moves).toHaveLength(5_000);
    expect(batches.length).toBeGreaterThan(2);
  });
});

describe('movement at 50 ms', () => {
  it('is where the pointer stood at each time of the grid, and where it came to rest', () => {
    const rows = [move(0, 0), move(16, 16), move(33, 33), move(49, 49), move(66, 66), move(83, 83)];
    expect(play([...rows, { tMs: 1_000, kind: 'none', x: 0, y: 0 }]).moves).toEqual([
      [0, 0, 0],
      [50, 49, 0],
      [100, 83, 0],
    ]);
  });

  it('begins anew after a pause, at the first event', () => {
    expect(play([move(0, 0), move(20, 5), move(777, 9), move(790, 12)]).moves).toEqual([
      [0, 0, 0],
      [50, 5, 0],
      [777, 9, 0],
      [790, 12, 0],
    ]);
  });

  it('keeps the share of samples that is asked for, evenly', () => {
    const rows = Array.from({ length: 1_000 }, (_, i) => move(i * 50, i));
    expect(play(rows, { sampleRate: 0.25 }).moves).toHaveLength(250);
    expect(play(rows, { sampleRate: 0 }).moves).toEqual([]);
  });

  it('never spans two pages', () => {
    const next = { ...move(130, 130), url: 'https://shop.example/next' };
    const { batches } = play([move(0, 0), move(60, 60), move(120, 120), next, move(160, 160)]);
    const pages = batches.flatMap(({ page }) => page?.url ?? []);
    expect(pages).toEqual([options.url, 'https://shop.example/next']);
    expect(batches.map(({ moves }) => moves.x)).toEqual([
      [0, 60, 120],
      [130, 160],
    ]);
  });
});

describe('presses', () => {
  const at = (tMs: number, kind: PointerRow['kind'], x: number): PointerRow => ({
    tMs,
    kind,
    x,
    y: 0,
  });

  it.each([
    [4, 0],
    [5, PressFlag.drag],
  ])('that move by %i px before the release have the flags %i', (px, flags) => {
    const { events } = play([at(0, 'down', 100), at(10, 'move', 100 + px), at(20, 'up', 100)]);
    expect(events).toMatchObject([{ type: 'press', x: 100, flags }]);
  });

  it('that the browser calls off are swipes', () => {
    const { events } = play([at(0, 'down', 100), at(10, 'cancel', 130)]);
    expect(events.map(({ type }) => type)).toEqual(['swipe']);
  });

  it('without a release count as well', () => {
    const { events } = play([at(0, 'down', 100), at(10, 'down', 200)]);
    expect(events.map(({ type }) => type)).toEqual(['press', 'press']);
  });
});
