import { builder } from '../graphql/builder.ts';
import { requireSite } from '../sites/require-site.ts';
import { routeOf } from '../sites/route.ts';
import { type HeatmapChange as Change, followHeatmap } from './follow-heatmap.ts';
import { HeatmapLayerType } from './layer-type.ts';

const HeatmapChange = builder.objectRef<Change>('HeatmapChange').implement({
  description: 'Something new on a page: ask for the heatmap again where its layer is among these.',
  fields: (t) => ({
    page: t.exposeString('page', { description: 'The route.' }),
    layers: t.field({
      type: [HeatmapLayerType],
      description: 'Layers that look different now.',
      resolve: ({ layers }) => [...layers],
    }),
    at: t.expose('at', { type: 'DateTime', description: 'When that was noticed.' }),
  }),
});

builder.subscriptionField('heatmapChanged', (t) =>
  t.field({
    type: HeatmapChange,
    description: "A page's heatmaps changed; told at most twice a second.",
    args: {
      site: t.arg.id({ description: 'May be left out where there is only one.' }),
      page: t.arg.string({
        required: true,
        description: 'A route (`/product/:id`) or an address.',
      }),
    },
    subscribe: async (_root, { site, page }, context) => {
      const found = await requireSite(context, site);
      return followHeatmap(context, found.site, routeOf(page, found.routes));
    },
    resolve: (change: Change) => change,
  }),
);
