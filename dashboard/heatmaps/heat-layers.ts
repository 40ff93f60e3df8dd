import type { HeatmapLayer } from '../generated/heatmaps.ts';

interface LayerText {
  readonly value: HeatmapLayer;
  readonly label: string;
  /** What is counted. */
  readonly unit: string;
}

export const heatLayers: readonly LayerText[] = [
  { value: 'CLICKS', label: 'Clicks', unit: 'click' },
  { value: 'MOVES', label: 'Movement', unit: 'sample' },
  { value: 'RAGE', label: 'Rage clicks', unit: 'rage click' },
  { value: 'DEAD', label: 'Dead clicks', unit: 'dead click' },
  { value: 'SCROLL', label: 'Scroll depth', unit: 'visitor' },
  { value: 'ATTENTION', label: 'Attention', unit: 'second' },
  { value: 'TRAILS', label: 'Trails', unit: 'session' },
];

/** `?layer=rage`; clicks where it says nothing that exists. */
export function readHeatLayer(text: string | undefined): LayerText {
  const [clicks] = heatLayers;
  const found = heatLayers.find(({ value }) => value.toLowerCase() === text) ?? clicks;
  if (!found) throw new Error('There is no layer.');
  return found;
}

/** Sizes of a cell to choose from, px: those that cost the same. */
export const gridSizes = [10, 20, 50, 100] as const;

export function readGridSize(text: string | undefined): number {
  return gridSizes.find((size) => String(size) === text) ?? 20;
}
