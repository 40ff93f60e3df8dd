import { builder } from '../graphql/builder.ts';
import { findShapeWidths, type ShapeWidth as Width } from '../wireframe/find-wireframe.ts';
import { Wireframe } from '../wireframe/wireframe-type.ts';
import { Heatmap } from './heatmap-type.ts';
import { bandStarts } from './viewport-band.ts';

const ShapeWidth = builder.objectRef<Width>('ShapeWidth').implement({
  description:
    'A width for which the shape of a page is known, and the band of widths that it stands for.',
  fields: (t) => ({
    width: t.exposeInt('width', {
      description: 'Of the window in which it was told last, CSS px.',
    }),
    minWidth: t.exposeInt('minWidth', {
      nullable: true,
      description: 'Least width of the band, CSS px; null where it has none.',
    }),
    maxWidth: t.exposeInt('maxWidth', {
      nullable: true,
      description: 'Largest width of the band, CSS px; null where it has none.',
    }),
  }),
});

builder.objectFields(Heatmap, (t) => ({
  wireframe: t.field({
    type: Wireframe,
    nullable: true,
    description:
      'The page’s shape, as a visitor told it last by the end of the period: at `shapeWidth`, else at the width nearest to the page’s usual one. null where none is known, and for all pages of a session or an element’s box.',
    resolve: ({ wireframe }) => wireframe(),
  }),
  shapeWidths: t.field({
    type: [ShapeWidth],
    complexity: { multiplier: bandStarts.length },
    description:
      'The widths for which the page’s shape is known, one for each band: what `shapeWidth` may be, and `viewport` with it.',
    resolve: ({ scope: { site, route } }, _args, { store }) =>
      route === null ? [] : findShapeWidths(store, { site: site.site, route }),
  }),
}));
