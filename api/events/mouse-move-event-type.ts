import { builder } from '../graphql/builder.ts';
import type { EventNode, Sample } from './event-node.ts';
import { Event } from './event-type.ts';

builder.objectRef<EventNode<Sample>>('MouseMoveEvent').implement({
  description: 'A stored sample of movement: by default one each 50 ms while the pointer moves.',
  interfaces: [Event],
  fields: (t) => ({
    x: t.int({ description: 'From the left of the page, CSS px.', resolve: ({ what }) => what.x }),
    y: t.int({ description: 'From the top of the page, CSS px.', resolve: ({ what }) => what.y }),
  }),
});
