import type { HeatmapPageQuery } from '../generated/heatmaps.ts';
import { cellAt, type HeatCell } from './heat-cell.ts';

type Anchored = NonNullable<HeatmapPageQuery['heatmap']['anchored']>[number];

export interface Placed {
  /** The largest count first. */
  readonly cells: readonly HeatCell[];
  readonly maxCount: number;
  /** Clicks on elements that the shape does not have. */
  readonly elsewhere: number;
}

/**
 * Puts clicks back on their elements, wherever these are in the page's shape, and counts them by cell. Who clicked is not known of a
 * place that was elsewhere then: people are not counted.
 */
export function placeAnchored(points: readonly Anchored[], gridSize: number): Placed {
  const counts = new Map<string, { x: number; y: number; count: number }>();
  let elsewhere = 0;
  for (const { box, x, y, count } of points) {
    if (!box) {
      elsewhere += count;
      continue;
    }
    const at = cellAt({ x: box.x + x * box.width, y: box.y + y * box.height }, gridSize);
    const key = `${at.x},${at.y}`;
    counts.set(key, { ...at, count: (counts.get(key)?.count ?? 0) + count });
  }
  const ranked = [...counts.values()].toSorted((a, b) => b.count - a.count);
  const maxCount = ranked[0]?.count ?? 0;
  const cells = ranked.map((cell) => ({
    ...cell,
    intensity: cell.count / maxCount,
    uniqueUsers: null,
  }));
  return { cells, maxCount, elsewhere };
}
