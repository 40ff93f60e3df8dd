import { Element } from '../events/element-type.ts';
import { type EventNode, nameEvent, toEventNode } from '../events/event-node.ts';
import type { RageBurstFact } from '../fold/fact.ts';
import { builder } from '../graphql/builder.ts';
import { makeGlobalId } from '../graphql/global-id.ts';
import { events } from '../store/events.ts';
import { Session } from './session-type.ts';

type Burst = EventNode<RageBurstFact> & { readonly route: string };

export const RageBurst = builder.objectRef<Burst>('RageBurst').implement({
  description: 'Three or more clicks within 1,000 ms inside a 50 px radius: one incident.',
  fields: (t) => ({
    id: t.id({
      description: 'Unique over all types.',
      resolve: (burst) => makeGlobalId('Event', nameEvent(burst)),
    }),
    at: t.expose('at', { type: 'DateTime', description: 'Its first click.' }),
    tMs: t.int({
      description: "Its first click, milliseconds from the session's start.",
      resolve: async ({ site, session, at }, _args, { findSession }) => {
        const start = (await findSession(site, session))?.startedAt ?? at;
        return at.getTime() - start.getTime();
      },
    }),
    viewId: t.id({ description: 'Its page view.', resolve: ({ view }) => view }),
    pageUrl: t.string({ description: 'The address of the page.', resolve: ({ url }) => url }),
    route: t.exposeString('route', { description: 'What the address is grouped by.' }),
    clickCount: t.int({ description: 'Its clicks.', resolve: ({ what }) => what.clickCount }),
    durationMs: t.int({
      description: 'From first click to last, milliseconds.',
      resolve: ({ what }) => what.durationMs,
    }),
    x: t.int({
      description: 'From the left of the page, CSS px.',
      resolve: ({ what }) => Math.round(what.x),
    }),
    y: t.int({
      description: 'From the top of the page, CSS px.',
      resolve: ({ what }) => Math.round(what.y),
    }),
    radiusPx: t.float({
      description: 'Largest distance of a click from the first, CSS px.',
      resolve: ({ what }) => what.radiusPx,
    }),
    element: t.field({
      type: Element,
      nullable: true,
      description: 'What was clicked.',
      resolve: ({ what }) => what.element,
    }),
    productive: t.boolean({
      description: 'It got what it wanted, so it is no rage.',
      resolve: ({ what }) => what.productive,
    }),
    reason: t.string({
      description: 'Why, in words: `3 clicks, 640 ms, 12 px, no reaction`.',
      resolve: ({ what }) => what.reason,
    }),
  }),
});

builder.objectField(Session, 'rageBursts', (t) =>
  t.field({
    type: [RageBurst],
    description: 'Its rage bursts, in order.',
    args: {
      includeProductive: t.arg.boolean({
        defaultValue: false,
        description: 'Those that got what they wanted too.',
      }),
    },
    resolve: async ({ site, session }, { includeProductive }, { store }) => {
      const found = await events
        .in(store.db)
        .find({ site, session, 'fact.kind': 'burst' })
        .sort({ at: 1, view: 1, key: 1 })
        .toArray();
      return found.flatMap((document): Burst[] => {
        const { fact, route } = document;
        if (fact.kind !== 'burst' || (fact.productive && !includeProductive)) return [];
        return [{ ...toEventNode(document), what: fact, route }];
      });
    },
  }),
);
