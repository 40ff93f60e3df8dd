import { builder } from '../graphql/builder.ts';
import { findShapeWidths } from '../wireframe/find-wireframe.ts';
import { Wireframe } from '../wireframe/wireframe-type.ts';
import { Heatmap } from './heatmap-type.ts';

builder.objectFields(Heatmap, (t) => ({
  wireframe: t.field({
    type: Wireframe,
    nullable: true,
    description:
      'The page’s shape, as a visitor told it last by the end of the period: at `shapeWidth`, else at the width nearest to the page’s usual one. null where none is known, and for all pages of a session or an element’s box.',
    resolve: ({ wireframe }) => wireframe(),
  }),
  shapeWidths: t.intList({
    description:
      'Widths of the window, px, for which the page’s shape is known, one for each band: what `shapeWidth` may be.',
    resolve: ({ scope: { site, route } }, _args, { store }) =>
      route === null ? [] : findShapeWidths(store, { site: site.site, route }),
  }),
}));
