import type { ClickFact } from '../fold/fact.ts';

export type HeatmapLayer = 'MOVES' | 'CLICKS' | 'RAGE' | 'DEAD' | 'SCROLL' | 'ATTENTION' | 'TRAILS';

/** Layers that count clicks: they have people, elements and anchored points. */
export type ClickLayer = 'CLICKS' | 'RAGE' | 'DEAD';

/** Layers that are drawn as cells. */
export type GridLayer = ClickLayer | 'MOVES';

export function isClickLayer(layer: HeatmapLayer): layer is ClickLayer {
  return layer === 'CLICKS' || layer === 'RAGE' || layer === 'DEAD';
}

export function isGridLayer(layer: HeatmapLayer): layer is GridLayer {
  return layer === 'MOVES' || isClickLayer(layer);
}

/** The layers in which a click counts. Clicks of a productive burst are no rage. */
export function clickLayersOf(click: Pick<ClickFact, 'isRage' | 'isDead'>): ClickLayer[] {
  const layers: ClickLayer[] = ['CLICKS'];
  if (click.isRage) layers.push('RAGE');
  if (click.isDead) layers.push('DEAD');
  return layers;
}

/** The type that the events of a layer carry. */
export const eventTypeByLayer = {
  CLICKS: 'CLICK',
  RAGE: 'RAGE_CLICK',
  DEAD: 'DEAD_CLICK',
} as const satisfies Record<ClickLayer, string>;
