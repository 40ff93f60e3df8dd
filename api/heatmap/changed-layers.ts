import type { ViewSummary } from '../fold/summary.ts';
import type { HeatmapLayer } from './layer.ts';

/** What of a view its heatmaps show. */
export type SeenNumbers = Pick<
  ViewSummary,
  'samples' | 'clicks' | 'rageClicks' | 'deadClicks' | 'deepestPx' | 'attentiveMs'
>;

const layersByNumber = {
  samples: ['MOVES', 'TRAILS'],
  clicks: ['CLICKS'],
  rageClicks: ['RAGE'],
  deadClicks: ['DEAD'],
  deepestPx: ['SCROLL'],
  attentiveMs: ['ATTENTION'],
} as const satisfies Record<keyof SeenNumbers, readonly HeatmapLayer[]>;

/** Layers that a view's change shows in. A verdict taken back changes its layer too. */
export function changedLayers(before: SeenNumbers | null, after: SeenNumbers): HeatmapLayer[] {
  const names = Object.keys(layersByNumber) as (keyof SeenNumbers)[];
  return names
    .filter((name) => (before?.[name] ?? 0) !== after[name])
    .flatMap((name) => layersByNumber[name]);
}
