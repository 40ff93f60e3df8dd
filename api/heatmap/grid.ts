import { CELL_PX, type Cell, cellInTile, TILE_CELLS } from './tile.ts';

/** A cell of the answer's grid with its count. */
export interface GridCell extends Cell {
  readonly count: number;
}

/** Counts by cell of one grid. Cells may lie left of or above the page's corner: right-to-left pages have them. */
export class Grid {
  readonly #counts = new Map<number, number>();

  add(cell: Cell, count: number): void {
    const key = cellKey(cell);
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + count);
  }

  /** All that have a count, the largest first, then by row and column. */
  ranked(): GridCell[] {
    const cells: GridCell[] = [];
    for (const [key, count] of this.#counts) if (count > 0) cells.push({ ...cellOf(key), count });
    return cells.sort((a, b) => b.count - a.count || a.y - b.y || a.x - b.x);
  }
}

/**
 * Counts of 10 px cells, gathered tile by tile: adding is what reading a month consists of, millions of times, so it touches
 * nothing but an array.
 */
export class TileCounts {
  readonly #tiles = new Map<string, Float64Array<ArrayBuffer>>();
  #tile: string | null = null;
  #counts = new Float64Array(TILE_CELLS * TILE_CELLS);

  /** Quick where a tile's cells come one after the other. */
  add(tile: string, index: number, count: number): void {
    if (tile !== this.#tile) this.#turnTo(tile);
    this.#counts[index] = (this.#counts[index] ?? 0) + count;
  }

  /** @param sidePx a multiple of 10 */
  addTo(grid: Grid, sidePx: number): void {
    const perCell = sidePx / CELL_PX;
    for (const [tile, counts] of this.#tiles) {
      for (const [index, count] of counts.entries()) {
        if (count === 0) continue;
        const { x, y } = cellInTile(tile, index);
        grid.add({ x: Math.floor(x / perCell), y: Math.floor(y / perCell) }, count);
      }
    }
  }

  #turnTo(tile: string): void {
    this.#tile = tile;
    this.#counts = this.#tiles.get(tile) ?? new Float64Array(TILE_CELLS * TILE_CELLS);
    this.#tiles.set(tile, this.#counts);
  }
}

const OFFSET = 2 ** 25;
const COLUMNS = 2 ** 26;

/** A cell's name among those of a grid. */
export function cellKey({ x, y }: Cell): number {
  return (y + OFFSET) * COLUMNS + (x + OFFSET);
}

function cellOf(key: number): Cell {
  return { x: (key % COLUMNS) - OFFSET, y: Math.floor(key / COLUMNS) - OFFSET };
}
