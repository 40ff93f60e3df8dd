import type { HeatmapAnchoredQuery } from '../generated/heatmaps.ts';

type Point = HeatmapAnchoredQuery['heatmap']['anchored'][number];

/** An element's clicks by place in its box. */
export interface ElementHeat {
  /** As it was described, with the path under which its clicks are counted. */
  readonly element: Point['element'];
  readonly count: number;
  /** Middles of cells of 5 %, 0..1, with intensity against this element's warmest cell. */
  readonly places: readonly {
    readonly x: number;
    readonly y: number;
    readonly intensity: number;
  }[];
}

/** Clicks by element, the most clicked first. */
export function groupByElement(points: readonly Point[]): readonly ElementHeat[] {
  const groups = new Map<string, Point[]>();
  for (const point of points) {
    const key = JSON.stringify([point.path, point.element.label]);
    groups.set(key, [...(groups.get(key) ?? []), point]);
  }
  return [...groups.values()]
    .flatMap((group) => {
      const [first] = group;
      if (!first) return [];
      const most = Math.max(...group.map(({ count }) => count));
      return {
        element: { ...first.element, path: first.path },
        count: group.reduce((sum, { count }) => sum + count, 0),
        places: group.map(({ x, y, count }) => ({ x, y, intensity: count / most })),
      };
    })
    .sort((a, b) => b.count - a.count);
}
