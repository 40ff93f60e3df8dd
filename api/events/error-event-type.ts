import { builder } from '../graphql/builder.ts';
import { makeGlobalId } from '../graphql/global-id.ts';
import { events } from '../store/events.ts';
import { type FactNode, nameEvent, toEventNode } from './event-node.ts';
import { Event } from './event-type.ts';

builder.objectRef<FactNode<'error'>>('ErrorEvent').implement({
  description: 'An uncaught JavaScript error.',
  interfaces: [Event],
  fields: (t) => ({
    message: t.string({
      description: 'Masked: e-mails, quoted parts and runs of digits are taken out.',
      resolve: ({ what }) => what.message,
    }),
    source: t.string({
      nullable: true,
      description: 'The script; null where it is not told.',
      resolve: ({ what }) => what.source || null,
    }),
    line: t.int({
      nullable: true,
      description: 'Line in the script, from 1.',
      resolve: ({ what }) => what.line || null,
    }),
    column: t.int({
      nullable: true,
      description: 'Column in the line, from 1.',
      resolve: ({ what }) => what.column || null,
    }),
    afterClickId: t.id({
      nullable: true,
      description: 'The id of the click before it; null for none.',
      resolve: async ({ site, session, view, what }, _args, { store }) => {
        if (what.press === null) return null;
        const click = await events.in(store.db).findOne({
          site,
          session,
          view,
          'fact.kind': 'click',
          'fact.press': what.press,
        });
        return click ? makeGlobalId('Event', nameEvent(toEventNode(click))) : null;
      },
    }),
  }),
});
