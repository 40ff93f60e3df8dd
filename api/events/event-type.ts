import { builder } from '../graphql/builder.ts';
import { makeGlobalId } from '../graphql/global-id.ts';
import { type EventNode, nameEvent } from './event-node.ts';

export const EventType = builder.enumType('EventType', {
  description: 'Kinds of recorded behaviour.',
  values: {
    MOUSE_MOVE: { description: 'A stored sample of movement.' },
    CLICK: { description: 'A press, whatever its verdict.' },
    RAGE_CLICK: { description: 'A click of a rage burst.' },
    DEAD_CLICK: { description: 'A click that nothing answered.' },
    HOVER: { description: 'The pointer rested on an element.' },
    SCROLL: { description: 'A scroll position.' },
    NAVIGATION: { description: 'A page view began.' },
    VISIBILITY: { description: 'The tab was hidden, shown or closed.' },
    KEYBOARD: { description: 'A burst of typing: timing only.' },
    FORM: { description: 'Use of a form: never a value.' },
    ERROR: { description: 'An uncaught JavaScript error.' },
    CUSTOM: { description: 'An event of the site’s own (`track`).' },
  } as const,
});

/** GraphQL types by the kind of fact. */
const typeNames: Readonly<Record<string, string>> = {
  sample: 'MouseMoveEvent',
  click: 'ClickEvent',
  hover: 'HoverEvent',
  scroll: 'ScrollEvent',
  view: 'NavigationEvent',
  visibility: 'VisibilityEvent',
  typing: 'KeyboardEvent',
  form: 'FormEvent',
  error: 'ErrorEvent',
  custom: 'CustomEvent',
};

export const Event = builder.interfaceRef<EventNode<{ readonly kind: string }>>('Event').implement({
  description: 'One thing that happened in a session.',
  resolveType: ({ what }) => typeNames[what.kind],
  fields: (t) => ({
    id: t.id({
      description: 'Unique over all types; it stays when later evidence changes a verdict.',
      resolve: (event) => makeGlobalId('Event', nameEvent(event)),
    }),
    type: t.field({
      type: EventType,
      description: 'Its kind; of a click the gravest: RAGE_CLICK, DEAD_CLICK, CLICK.',
      resolve: ({ type }) => type,
    }),
    at: t.expose('at', { type: 'DateTime', description: "When, by the collector's clock." }),
    tMs: t.int({
      description: "Milliseconds from the session's start.",
      resolve: async ({ site, session, at }, _args, { findSession }) => {
        const start = (await findSession(site, session))?.startedAt ?? at;
        return at.getTime() - start.getTime();
      },
    }),
    viewId: t.id({ description: 'Its page view.', resolve: ({ view }) => view }),
    pageUrl: t.string({ description: 'The address of the page.', resolve: ({ url }) => url }),
    sessionId: t.string({ description: 'Its session.', resolve: ({ session }) => session }),
    visitorId: t.string({
      description: 'The anonymous visitor.',
      resolve: ({ visitor }) => visitor,
    }),
  }),
});
