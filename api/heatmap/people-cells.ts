import { CELL_PX, placeInTile } from './tile.ts';

/** Grid sides at which distinct people are kept, px: people don't add up over cells. */
export const peopleGrids = [10, 20, 50, 100] as const;

/** People are kept over all devices and for each of them: who came with two counts once in all. */
export const ALL_DEVICES = 'ALL';

interface SpreadCell {
  readonly id: Readonly<Record<string, string | number>>;
  readonly cell: string;
}

/** The name under which a visitor's document lists a click's 10 px cell. */
export function cellTouch(layer: string, device: string, x: number, y: number): string {
  return `${layer}|${device}|${x},${y}`;
}

/** The same for the deepest band that was reached. */
export function depthTouch(device: string, band: number): string {
  return `SCROLL|${device}|${band}`;
}

/**
 * What a touch counts for: a click's cell for those of 10, 20, 50 and 100 px, a depth for all bands above it; each over all
 * devices and for its own.
 */
export function spreadHeatTouch(touched: string): SpreadCell[] {
  const [layer = '', device = '', place = ''] = touched.split('|');
  const cells = layer === 'SCROLL' ? spreadDepth(Number(place)) : spreadCell(place);
  return [ALL_DEVICES, device].flatMap((scope) =>
    cells.map(({ id, cell }) => ({ id: { layer, scope, ...id }, cell })),
  );
}

function spreadDepth(deepest: number): SpreadCell[] {
  const id = { grid: 0, tile: '' };
  return Array.from({ length: deepest + 1 }, (_, band) => ({ id, cell: String(band) }));
}

function spreadCell(place: string): SpreadCell[] {
  const [x = 0, y = 0] = place.split(',').map(Number);
  return peopleGrids.map((grid) => {
    const perCell = grid / CELL_PX;
    const { tile, index } = placeInTile({ x: Math.floor(x / perCell), y: Math.floor(y / perCell) });
    return { id: { grid, tile }, cell: String(index) };
  });
}
