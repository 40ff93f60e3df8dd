import { limits } from '../../schema/limits.ts';
import { BoxKind } from '../../schema/wire/events.ts';
import type { WireframeBox as Box } from '../../schema/wire/wireframe.ts';
import { builder } from '../graphql/builder.ts';
import type { Wireframe as Shape } from './wireframe.ts';

const BoxKindType = builder.enumType('WireframeBoxKind', {
  description: 'What an element of a page is.',
  values: {
    BLOCK: { value: BoxKind.block, description: 'It paints something: a background, a border.' },
    TEXT: { value: BoxKind.text, description: 'It has text of its own.' },
    HEADING: { value: BoxKind.heading, description: 'A heading.' },
    IMAGE: { value: BoxKind.image, description: 'A picture, a film, a canvas or a frame.' },
    CONTROL: { value: BoxKind.control, description: 'A link, a button or a field.' },
  } as const,
});

/** Least room that a box takes. */
const boxChars = 8;
export const mostBoxes = limits.boxesChars / boxChars;

export const WireframeBox = builder.objectRef<Box>('WireframeBox').implement({
  description: 'Where an element of a page is. Edges are told to 4 px.',
  fields: (t) => ({
    kind: t.field({
      type: BoxKindType,
      description: 'What it is.',
      resolve: ({ kind }) => kind as (typeof BoxKind)[keyof typeof BoxKind],
    }),
    x: t.exposeInt('x', { description: 'Left edge, page px.' }),
    y: t.exposeInt('y', { description: 'Upper edge, page px.' }),
    width: t.exposeInt('width', { description: 'CSS px.' }),
    height: t.exposeInt('height', { description: 'CSS px.' }),
  }),
});

export const Wireframe = builder.objectRef<Shape>('Wireframe').implement({
  description:
    'The shape of a page: boxes of its visible elements, without what they say or show. Recorded in a share of the sessions (`wireframeRate`), each shape of a page once a visitor.',
  fields: (t) => ({
    recordedAt: t.field({
      type: 'DateTime',
      description: 'When a visitor’s browser took it.',
      resolve: ({ recordedAt }) => recordedAt,
    }),
    viewId: t.id({
      description: 'The page view in which it was taken.',
      resolve: ({ view }) => view,
    }),
    viewportWidth: t.exposeInt('viewportWidth', { description: 'Of the window then, CSS px.' }),
    viewportHeight: t.exposeInt('viewportHeight', { description: 'Of the window then, CSS px.' }),
    documentWidth: t.exposeInt('documentWidth', { description: 'Of the page then, CSS px.' }),
    documentHeight: t.exposeInt('documentHeight', { description: 'Of the page then, CSS px.' }),
    boxes: t.field({
      type: [WireframeBox],
      complexity: { multiplier: mostBoxes },
      description:
        'In the order of the document: an element before what is in it. The largest, where there are more than some 400.',
      resolve: ({ boxes }) => [...boxes],
    }),
  }),
});
