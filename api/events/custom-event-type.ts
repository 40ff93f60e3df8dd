import { builder } from '../graphql/builder.ts';
import type { FactNode } from './event-node.ts';
import { Event } from './event-type.ts';

builder.objectRef<FactNode<'custom'>>('CustomEvent').implement({
  description: "An event of the site's own, from `track`.",
  interfaces: [Event],
  fields: (t) => ({
    name: t.string({ description: 'At most 100 characters.', resolve: ({ what }) => what.name }),
    properties: t.string({
      nullable: true,
      description: 'A flat JSON object, at most 1,000 characters; null for none.',
      resolve: ({ what }) => what.properties || null,
    }),
  }),
});
