import { builder } from '../graphql/builder.ts';
import { DeviceClass } from '../session/session-filter.ts';
import { makeHeatmap } from './heatmap.ts';
import { gridSizes, heatmapScopeOf, type ViewportArgs } from './heatmap-scope-of.ts';
import { Heatmap } from './heatmap-type.ts';
import { HeatmapLayerType } from './layer-type.ts';
import { bandStarts } from './viewport-band.ts';

const ViewportFilter = builder.inputRef<ViewportArgs>('ViewportFilter').implement({
  description: `Widths of the window, CSS px: an exact one or a range. Ranges of whole bands (they begin at ${bandStarts.slice(1).join(', ')}) are answered from sums; others from the clicks and samples themselves, exact but slower.`,
  fields: (t) => ({
    width: t.int({ description: 'Exactly this width, px.' }),
    minWidth: t.int({ description: 'This width or wider, px.' }),
    maxWidth: t.int({ description: 'This width or narrower, px.' }),
  }),
});

builder.queryField('heatmap', (t) =>
  t.field({
    type: Heatmap,
    complexity: 20,
    description:
      'Where people moved, clicked and looked: on a page over some days, or in one session. Its cost grows with the days and the size of the page, not with what was recorded; the exceptions are named.',
    args: {
      site: t.arg.id({ description: 'May be left out where there is only one.' }),
      page: t.arg.string({
        description: 'A route (`/product/:id`) or an address. With `session` it may be left out.',
      }),
      layer: t.arg({
        type: HeatmapLayerType,
        required: true,
        defaultValue: 'CLICKS',
        description: 'What to show.',
      }),
      session: t.arg.id({
        description:
          'Only this session (global id or sessionId), from its own data, exact in every layer; `days`, dates, `device` and `viewport` then have no effect.',
      }),
      element: t.arg.string({
        description:
          'Only clicks on the element with this CSS path, on a 20 × 20 grid of its own box: x and y are percent of its width and height. CLICKS, RAGE, DEAD.',
      }),
      device: t.arg({ type: DeviceClass, description: 'Only views on this class of device.' }),
      viewport: t.arg({
        type: ViewportFilter,
        description:
          'Only at these widths of the window: at the click, else at the start of the view.',
      }),
      shapeWidth: t.arg.int({
        description:
          'Width of the window, px, in whose band the page’s shape is wanted: `wireframe` gives it, and `anchored` says where in it the elements are. Else the width that the page usually has.',
      }),
      days: t.arg.int({ defaultValue: 30, description: 'The last days, today included: 1–365.' }),
      from: t.arg({ type: 'DateTime', description: 'From this day on (instead of `days`).' }),
      to: t.arg({ type: 'DateTime', description: 'Until this day, included.' }),
      gridSize: t.arg.int({
        defaultValue: gridSizes.usual,
        description: `Side of a cell, ${gridSizes.least}–${gridSizes.most} px. 10, 20, 50 and 100 cost the same however much was recorded; sizes that are no multiple of 10 are counted from the clicks and samples themselves, exact but slower.`,
      }),
      all: t.arg.boolean({
        defaultValue: false,
        description: 'All cells and anchored points instead of the top 1,000.',
      }),
    },
    resolve: async (_root, args, context) =>
      makeHeatmap(context.store, await heatmapScopeOf(context, args, Date.now())),
  }),
);
