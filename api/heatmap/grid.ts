import { CELL_PX, type Cell, cellInTile } from './tile.ts';

/** A cell of the answer's grid with its count. */
export interface GridCell extends Cell {
  readonly count: number;
}

/** Counts by cell of one grid. Cells may lie left of or above the page's corner: right-to-left pages have them. */
export class Grid {
  readonly #counts = new Map<number, number>();

  add({ x, y }: Cell, count: number): void {
    const key = keyOf(x, y);
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + count);
  }

  /** All that have a count, the largest first, then by row and column. */
  ranked(): GridCell[] {
    const cells: GridCell[] = [];
    for (const [key, count] of this.#counts) if (count > 0) cells.push({ ...cellOf(key), count });
    return cells.sort((a, b) => b.count - a.count || a.y - b.y || a.x - b.x);
  }
}

/** Adds a cell of 10 px to a grid whose side is a multiple of that. */
export function addTileCell(
  grid: Grid,
  sidePx: number,
  tile: string,
  index: number,
  count: number,
): void {
  const perCell = sidePx / CELL_PX;
  const { x, y } = cellInTile(tile, index);
  grid.add({ x: Math.floor(x / perCell), y: Math.floor(y / perCell) }, count);
}

const OFFSET = 2 ** 25;
const COLUMNS = 2 ** 26;

function keyOf(x: number, y: number): number {
  return (y + OFFSET) * COLUMNS + (x + OFFSET);
}

function cellOf(key: number): Cell {
  return { x: (key % COLUMNS) - OFFSET, y: Math.floor(key / COLUMNS) - OFFSET };
}
