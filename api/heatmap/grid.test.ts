import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Grid, TileCounts } from './grid.ts';
import { CELL_PX, cellAt, cellInTile, placeInTile, TILE_CELLS } from './tile.ts';

const px = fc.integer({ min: -2_000, max: 60_000 });
const places = fc.array(fc.record({ x: px, y: px }), { maxLength: 300 });

test('cells of 10 px summed to a larger grid are what counting on that grid gives', () => {
  fc.assert(
    fc.property(places, fc.constantFrom(10, 20, 30, 50, 70, 100), (all, side) => {
      const direct = new Grid();
      const summed = new Grid();
      const tiles = new TileCounts();
      for (const { x, y } of all) {
        direct.add(cellAt(x, y, side), 1);
        const { tile, index } = placeInTile(cellAt(x, y, CELL_PX));
        tiles.add(tile, index, 1);
      }
      tiles.addTo(summed, side);
      expect(summed.ranked()).toEqual(direct.ranked());
    }),
  );
});

test('the counts of all cells add up to what happened, on any grid', () => {
  fc.assert(
    fc.property(places, fc.integer({ min: 10, max: 100 }), (all, side) => {
      const grid = new Grid();
      for (const { x, y } of all) grid.add(cellAt(x, y, side), 1);
      expect(grid.ranked().reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
    }),
  );
});

test('a tile gives back the cell that was placed in it, and holds 1,024 of them', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -500, max: 5_000 }),
      fc.integer({ min: -500, max: 5_000 }),
      (x, y) => {
        const { tile, index } = placeInTile({ x, y });
        expect(index).toBeGreaterThanOrEqual(0);
        expect(index).toBeLessThan(TILE_CELLS * TILE_CELLS);
        expect(cellInTile(tile, index)).toEqual({ x, y });
      },
    ),
  );
});

test('cells are ranked by count, then by row and column, and what was withdrawn is gone', () => {
  const grid = new Grid();
  grid.add({ x: 1, y: 1 }, 2);
  grid.add({ x: 5, y: 0 }, 2);
  grid.add({ x: 0, y: 0 }, 2);
  grid.add({ x: 9, y: 9 }, 7);
  grid.add({ x: 3, y: 3 }, 1);
  grid.add({ x: 3, y: 3 }, -1);
  expect(grid.ranked()).toEqual([
    { x: 9, y: 9, count: 7 },
    { x: 0, y: 0, count: 2 },
    { x: 5, y: 0, count: 2 },
    { x: 1, y: 1, count: 2 },
  ]);
});
