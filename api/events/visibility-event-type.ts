import { builder } from '../graphql/builder.ts';
import type { FactNode } from './event-node.ts';
import { Event } from './event-type.ts';

builder.objectRef<FactNode<'visibility'>>('VisibilityEvent').implement({
  description: 'The tab was hidden, shown or closed.',
  interfaces: [Event],
  fields: (t) => ({
    state: t.string({
      description: '`hidden`, `shown` or `closed`.',
      resolve: ({ what }) => what.state,
    }),
  }),
});
