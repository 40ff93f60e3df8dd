export interface HeatCell {
  /** The upper left corner, page px. */
  readonly x: number;
  readonly y: number;
  readonly count: number;
  readonly intensity: number;
  readonly uniqueUsers: number | null;
}

export interface CellPlace {
  readonly x: number;
  readonly y: number;
}

/** The corner of the cell that holds a place of the page. */
export function cellAt(place: CellPlace, gridSize: number): CellPlace {
  return {
    x: Math.floor(place.x / gridSize) * gridSize,
    y: Math.floor(place.y / gridSize) * gridSize,
  };
}

/**
 * The next cell with a count in the direction of an arrow key: the nearest one that way, sideways distance counting
 * double. For walking over a heatmap by keyboard.
 *
 * @returns the cell itself where there is none
 */
export function nextCell(cells: readonly HeatCell[], from: CellPlace, key: string): CellPlace {
  const [dx, dy] = directions[key] ?? [0, 0];
  let best: CellPlace = from;
  let least = Number.POSITIVE_INFINITY;
  for (const cell of cells) {
    const along = (cell.x - from.x) * dx + (cell.y - from.y) * dy;
    const aside = Math.abs((cell.x - from.x) * dy) + Math.abs((cell.y - from.y) * dx);
    const cost = along + 2 * aside;
    if (along > 0 && cost < least) {
      best = cell;
      least = cost;
    }
  }
  return { x: best.x, y: best.y };
}

const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** `?cell=120,340`. */
export function readCell(text: string | undefined): CellPlace | null {
  const [x, y] = (text ?? '').split(',').map(Number);
  if (!text || x === undefined || y === undefined) return null;
  return Number.isInteger(x) && Number.isInteger(y) && x >= 0 && y >= 0 ? { x, y } : null;
}

export function writeCell(cell: CellPlace | null): string | undefined {
  return cell ? `${cell.x},${cell.y}` : undefined;
}
