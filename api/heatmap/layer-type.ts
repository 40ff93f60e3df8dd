import { builder } from '../graphql/builder.ts';
import type { HeatmapLayer } from './layer.ts';

export const HeatmapLayerType = builder.enumType('HeatmapLayer', {
  description: 'What a heatmap shows. Movement and clicks are never blended.',
  values: {
    MOVES: { description: 'Accepted samples of pointer movement (every 50 ms), by cell.' },
    CLICKS: { description: 'Clicks, by cell.' },
    RAGE: { description: 'Clicks of rage bursts, without productive ones, by cell.' },
    DEAD: { description: 'Clicks that nothing answered, by cell.' },
    SCROLL: { description: 'The share of visitors who reached each depth, by bands of 5 %.' },
    ATTENTION: { description: 'Time on screen, seen and not idle, by bands of 5 %.' },
    TRAILS: { description: 'Trails of the latest sessions, as lines.' },
  } satisfies Record<HeatmapLayer, { description: string }>,
});
