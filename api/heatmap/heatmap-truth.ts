import type { Happened, TrafficClick, TrafficPlace } from './heatmap-traffic.ts';
import type { ClickLayer, GridLayer } from './layer.ts';

/** Which part of the traffic a heatmap is asked for; days from 1970-01-01, both included. */
export interface TrafficFilter {
  readonly fromDay: number;
  readonly toDay: number;
  readonly device?: string;
  readonly viewport?: {
    readonly width?: number;
    readonly minWidth?: number;
    readonly maxWidth?: number;
  };
}

/** By `x,y` of the cell's corner. `people` is null where none are counted. */
export type TrueCells = Record<string, { readonly count: number; readonly people: number | null }>;

/** The clicks or samples of a layer on a grid, counted one by one. */
export function countGrid(
  happened: Happened,
  layer: GridLayer,
  gridSize: number,
  filter: TrafficFilter,
): TrueCells {
  const all = layer === 'MOVES' ? happened.moves : clicksOf(happened, layer);
  const corner = (px: number) => Math.floor(px / gridSize) * gridSize;
  return countCells<TrafficPlace>(
    all.filter((one) => isIn(filter, one)),
    ({ x, y }) => `${corner(x)},${corner(y)}`,
    layer !== 'MOVES',
  );
}

/** The clicks on an element by percent of its box, counted one by one. */
export function countElement(happened: Happened, path: string, filter: TrafficFilter): TrueCells {
  const along = (myriad: number) => Math.min(19, Math.floor(myriad / 500)) * 5;
  return countCells<TrafficClick>(
    happened.clicks.filter((one) => one.path === path && isIn(filter, one)),
    ({ elementX, elementY }) => `${along(elementX)},${along(elementY)}`,
    true,
  );
}

/** Who reached each of the 20 bands, counted one by one. */
export function countDepths({ depths }: Happened, filter: TrafficFilter): number[] {
  const seen = depths.filter((one) => isIn(filter, one));
  return Array.from({ length: 20 }, (_, band) => {
    const deep = seen.filter(({ percent }) => band === 0 || percent > band * 5);
    return new Set(deep.map(({ visitor }) => visitor)).size;
  });
}

export function clicksOf({ clicks }: Happened, layer: ClickLayer): TrafficClick[] {
  return clicks.filter(({ layers }) => layers.includes(layer));
}

function isIn(
  { fromDay, toDay, device, viewport }: TrafficFilter,
  one: { readonly day: number; readonly device: string; readonly width: number },
): boolean {
  const least = viewport?.width ?? viewport?.minWidth ?? 0;
  const most = viewport?.width ?? viewport?.maxWidth ?? Number.POSITIVE_INFINITY;
  const isThen = one.day >= fromDay && one.day <= toDay;
  return isThen && (!device || one.device === device) && one.width >= least && one.width <= most;
}

function countCells<T extends { readonly visitor: string }>(
  all: readonly T[],
  cornerOf: (one: T) => string,
  countsPeople: boolean,
): TrueCells {
  const cells = Map.groupBy(all, cornerOf);
  return Object.fromEntries(
    [...cells].map(([corner, inside]) => {
      const people = new Set(inside.map(({ visitor }) => visitor)).size;
      return [corner, { count: inside.length, people: countsPeople ? people : null }];
    }),
  );
}
