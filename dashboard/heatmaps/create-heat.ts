import { type Accessor, createMemo } from 'solid-js';
import {
  HeatmapChangedDocument,
  HeatmapPageDocument,
  type HeatmapPageQuery,
  type HeatmapPageQueryVariables,
  HeatmapTrailsDocument,
} from '../generated/heatmaps.ts';
import { createTriggeredQuery, type LiveAnswer } from '../live/create-live-query.ts';
import type { PageShape } from '../trail/page-shape.ts';
import { addToTrail, type SessionTrail } from '../trail/view-trail.ts';
import type { HeatBand } from './paint-heat.ts';
import { type Placed, placeAnchored } from './place-anchored.ts';
import { isAlike, type ShapeWidth } from './shape-width.ts';

type Heatmap = HeatmapPageQuery['heatmap'];

export interface Heat {
  readonly answer: LiveAnswer<unknown>;
  readonly heatmap: Accessor<Heatmap | undefined>;
  readonly trails: Accessor<readonly SessionTrail[] | undefined>;
  readonly visitors: Accessor<number | undefined>;
  /** px; 1200 × 800 before anything is known of the page. */
  readonly page: Accessor<{ readonly width: number; readonly height: number }>;
  readonly bands: Accessor<readonly HeatBand[]>;
  /** What to lay under it; null where none is known of about the page's width, undefined until that is known. */
  readonly shape: Accessor<PageShape | null | undefined>;
  readonly shapeWidths: Accessor<readonly ShapeWidth[]>;
  /** The clicks on their elements, where a width is chosen. */
  readonly placed: Accessor<Placed | undefined>;
}

/** A page's heat, asked for again when the API says that it changed. */
export function createHeat(scope: Accessor<HeatmapPageQueryVariables | undefined>): Heat {
  const trigger = {
    document: HeatmapChangedDocument,
    variables: createMemo(() => {
      const asked = scope();
      return asked && { site: asked.site, page: asked.page };
    }),
  };
  const isTrails = () => scope()?.layer === 'TRAILS';
  const cells = createTriggeredQuery(
    HeatmapPageDocument,
    () => (isTrails() ? undefined : scope()),
    trigger,
  );
  const lines = createTriggeredQuery(
    HeatmapTrailsDocument,
    () => {
      const asked = scope();
      if (!asked || !isTrails()) return undefined;
      const { layer: _layer, gridSize: _gridSize, byElement: _byElement, ...rest } = asked;
      return rest;
    },
    trigger,
  );
  const placed = createMemo(() => {
    const points = isTrails() ? undefined : cells.data()?.heatmap.anchored;
    return points && placeAnchored(points, scope()?.gridSize ?? 20);
  });
  const heatmap = createMemo(() => {
    if (isTrails()) return undefined;
    const [whole, onElements] = [cells.data()?.heatmap, placed()];
    if (!whole || !onElements) return whole;
    const { cells: points, maxCount } = onElements;
    return { ...whole, points, maxCount, cellCount: points.length };
  });
  const shown = () => (isTrails() ? lines.data()?.heatmap : cells.data()?.heatmap);
  const page = () => sizeOf(shown(), typeof scope()?.shapeWidth === 'number');
  return {
    get answer() {
      return isTrails() ? lines : cells;
    },
    heatmap,
    trails: createMemo(() =>
      isTrails()
        ? lines.data()?.heatmap.trails.map((trail) => addToTrail(new Map(), trail))
        : undefined,
    ),
    visitors: () => shown()?.visitors,
    page,
    bands: createMemo(() => heatBands(heatmap())),
    shape: () => {
      const known = shown();
      const shape = known?.wireframe;
      return shape && isAlike(shape.documentWidth, page().width) ? shape : known && null;
    },
    shapeWidths: () => shown()?.shapeWidths ?? [],
    placed,
  };
}

/** As large as its shape where a width is chosen, else as it usually is. */
function sizeOf(
  shown: Pick<Heatmap, 'documentWidth' | 'documentHeight' | 'wireframe'> | undefined,
  isChosen: boolean,
) {
  const of = (isChosen && shown?.wireframe) || shown;
  return { width: of?.documentWidth || 1_200, height: of?.documentHeight || 800 };
}

/** Depth is a share already; attention is told against the band looked at longest. */
function heatBands(heatmap: Heatmap | undefined): readonly HeatBand[] {
  if (!heatmap || (heatmap.layer !== 'SCROLL' && heatmap.layer !== 'ATTENTION')) return [];
  const longest = Math.max(...heatmap.bands.map(({ seconds }) => seconds), 0);
  return heatmap.bands.map(({ fromPercent, toPercent, share, seconds }) => ({
    fromPercent,
    toPercent,
    heat: heatmap.layer === 'SCROLL' ? share : longest && seconds / longest,
  }));
}
