/** Side of the finest cell that is kept, px. */
export const CELL_PX = 10;
/** Side of a tile in cells: one document holds at most 1,024 sums, beyond which an increment grows dear. */
export const TILE_CELLS = 32;

/** A cell's place in its grid: `x` = floor(px / side). */
export interface Cell {
  readonly x: number;
  readonly y: number;
}

export function cellAt(xPx: number, yPx: number, sidePx: number): Cell {
  return { x: Math.floor(xPx / sidePx), y: Math.floor(yPx / sidePx) };
}

/** Which tile holds a cell, and its number there, row by row: 0..1023. */
export function placeInTile({ x, y }: Cell): { readonly tile: string; readonly index: number } {
  const tileX = Math.floor(x / TILE_CELLS);
  const tileY = Math.floor(y / TILE_CELLS);
  const index = (y - tileY * TILE_CELLS) * TILE_CELLS + (x - tileX * TILE_CELLS);
  return { tile: `${tileX},${tileY}`, index };
}

/** The cell that `placeInTile` placed. */
export function cellInTile(tile: string, index: number): Cell {
  const [tileX = 0, tileY = 0] = tile.split(',').map(Number);
  return {
    x: tileX * TILE_CELLS + (index % TILE_CELLS),
    y: tileY * TILE_CELLS + Math.floor(index / TILE_CELLS),
  };
}
