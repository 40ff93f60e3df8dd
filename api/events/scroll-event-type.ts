import { builder } from '../graphql/builder.ts';
import { Element } from './element-type.ts';
import type { FactNode } from './event-node.ts';
import { Event } from './event-type.ts';

builder.objectRef<FactNode<'scroll'>>('ScrollEvent').implement({
  description: 'A scroll position: every turning point, and samples between.',
  interfaces: [Event],
  fields: (t) => ({
    y: t.int({
      description: 'What is scrolled away above, CSS px.',
      resolve: ({ what }) => what.y,
    }),
    depthPercent: t.float({
      description: 'The lowest edge on screen, % of the document (or of the container), 0..100.',
      resolve: ({ what }) => what.depthPercent,
    }),
    directionChange: t.boolean({
      description: 'Whether it turned round here.',
      resolve: ({ what }) => what.isReversal,
    }),
    container: t.field({
      type: Element,
      nullable: true,
      description: 'The scrolled element; null for the window.',
      resolve: ({ what }) => what.container,
    }),
  }),
});
