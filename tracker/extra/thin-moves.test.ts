import fc from 'fast-check';
import { expect, it } from 'vitest';
import { thinMoves } from './thin-moves.ts';

const trail = fc
  .array(
    fc.tuple(fc.nat(60), fc.integer({ min: -30, max: 30 }), fc.integer({ min: -30, max: 30 })),
    {
      minLength: 1,
      maxLength: 200,
    },
  )
  .map((steps) => {
    let [t, x, y] = [0, 500, 500];
    return steps.flatMap(([dt, dx, dy]) => {
      t += dt + 1;
      x += dx;
      y += dy;
      return [t, x, y];
    });
  });
const rowsOf = (moves: readonly number[]) =>
  Array.from({ length: moves.length / 3 }, (_, i) => moves.slice(i * 3, i * 3 + 3));

/** Where a line between the kept samples is at a time. */
function placeAt(rows: readonly number[][], t: number): readonly [number, number] {
  const next = rows.findIndex(([time = 0]) => time >= t);
  const [toT = 0, toX = 0, toY = 0] = rows[next] ?? [];
  const [fromT = 0, fromX = 0, fromY = 0] = rows[next - 1] ?? rows[next] ?? [];
  const share = toT > fromT ? (t - fromT) / (toT - fromT) : 1;
  return [fromX + share * (toX - fromX), fromY + share * (toY - fromY)];
}

it('keeps every place within 3 px, at its time', () => {
  fc.assert(
    fc.property(trail, (moves) => {
      const kept = rowsOf(thinMoves(moves));
      for (const [t = 0, x = 0, y = 0] of rowsOf(moves)) {
        const [lineX, lineY] = placeAt(kept, t);
        expect(Math.hypot(lineX - x, lineY - y)).toBeLessThanOrEqual(3 + 1e-9);
      }
    }),
  );
});

it('keeps nothing but samples, the first and the last among them, in order', () => {
  fc.assert(
    fc.property(trail, (moves) => {
      const rows = rowsOf(moves).map(String);
      const kept = rowsOf(thinMoves(moves)).map(String);
      expect(kept[0]).toBe(rows[0]);
      expect(kept.at(-1)).toBe(rows.at(-1));
      expect(rows.filter((row) => kept.includes(row))).toEqual(kept);
    }),
  );
});

it('leaves two samples of an even movement in a straight line', () => {
  const moves = Array.from({ length: 100 }, (_, i) => [i * 16, i * 4, i * 2]).flat();
  expect(thinMoves(moves)).toHaveLength(6);
});

it('keeps a pause, since a sample’s time counts as its place does', () => {
  expect(thinMoves([0, 0, 0, 100, 100, 0, 1_100, 100, 0, 1_200, 200, 0])).toHaveLength(12);
});
