import { type Accessor, createMemo } from 'solid-js';
import {
  HeatmapChangedDocument,
  HeatmapPageDocument,
  type HeatmapPageQuery,
  type HeatmapPageQueryVariables,
  HeatmapTrailsDocument,
} from '../generated/heatmaps.ts';
import { createTriggeredQuery, type LiveAnswer } from '../live/create-live-query.ts';
import { addToTrail, type SessionTrail } from '../trail/view-trail.ts';
import type { HeatBand } from './paint-heat.ts';

type Heatmap = HeatmapPageQuery['heatmap'];

export interface Heat {
  readonly answer: LiveAnswer<unknown>;
  readonly heatmap: Accessor<Heatmap | undefined>;
  readonly trails: Accessor<readonly SessionTrail[] | undefined>;
  readonly visitors: Accessor<number | undefined>;
  /** px; 1200 × 800 before anything is known of the page. */
  readonly page: Accessor<{ readonly width: number; readonly height: number }>;
  readonly bands: Accessor<readonly HeatBand[]>;
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
      const { layer: _layer, gridSize: _gridSize, ...rest } = asked;
      return rest;
    },
    trigger,
  );
  const heatmap = () => (isTrails() ? undefined : cells.data()?.heatmap);
  const shown = () => (isTrails() ? lines.data()?.heatmap : cells.data()?.heatmap);
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
    page: () => ({
      width: shown()?.documentWidth || 1_200,
      height: shown()?.documentHeight || 800,
    }),
    bands: createMemo(() => heatBands(heatmap())),
  };
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
