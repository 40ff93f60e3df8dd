import { createHash } from 'node:crypto';
import type { Point } from '../../schema/rules/point.ts';
import type { SegmentCounts } from '../../schema/rules/session-pattern.ts';

/** What Trailgraph says of one session, in the terms of the comparison. */
export interface MeasuredSession {
  readonly samples: number;
  readonly durationSeconds: number;
  readonly distancePx: number;
  readonly speedPxPerSec: number;
  readonly clicks: number;
  readonly rageBursts: number;
  readonly rageClicks: number;
  /** Clicks of each burst, in order. */
  readonly burstSizes: readonly number[];
  readonly hesitations: number;
  readonly pathEfficiency: number | null;
  readonly patternCounts: SegmentCounts;
  readonly pattern: string | null;
  readonly clickGrids: Grids;
  readonly trailGrids: Grids;
}

export const gridSizes = [20, 50] as const;
export type Grids = { readonly [Size in (typeof gridSizes)[number]]: string };

/** One cell of a grid, by its number from the left and from the top. */
export interface Cell {
  readonly cx: number;
  readonly cy: number;
  readonly n: number;
}

/** SHA-256 of the text "cx,cy,n\n" for all cells in ascending (cx, cy). */
export function hashGrid(cells: readonly Cell[]): string {
  const hash = createHash('sha256');
  for (const { cx, cy, n } of [...cells].sort((a, b) => a.cx - b.cx || a.cy - b.cy)) {
    hash.update(`${cx},${cy},${n}\n`);
  }
  return hash.digest('hex');
}

/** Counts points in cells of `sizePx`. */
export function countCells(points: Iterable<Point>, sizePx: number): Cell[] {
  const counts = new Map<string, Cell>();
  for (const { x, y } of points) {
    const cx = Math.floor(x / sizePx);
    const cy = Math.floor(y / sizePx);
    const key = `${cx},${cy}`;
    counts.set(key, { cx, cy, n: (counts.get(key)?.n ?? 0) + 1 });
  }
  return [...counts.values()];
}
