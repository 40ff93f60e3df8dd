import { builder } from '../graphql/builder.ts';
import type { Context } from '../graphql/context.ts';
import { Problem } from '../graphql/problem.ts';
import { findSessionById } from '../session/find-session.ts';
import { requireSite } from '../sites/require-site.ts';
import type { EventType as EventTypeName } from '../store/events.ts';
import { type EventScope, findUserScope } from './event-scope.ts';
import { Event, EventType } from './event-type.ts';
import { findEvents } from './find-events.ts';

/** Without `types`: all but samples of movement, which are so many that they would hide the rest. */
const usualTypes: readonly EventTypeName[] = [
  'CLICK',
  'HOVER',
  'SCROLL',
  'NAVIGATION',
  'VISIBILITY',
  'KEYBOARD',
  'FORM',
  'ERROR',
  'CUSTOM',
];

builder.queryField('events', (t) =>
  t.connection(
    {
      type: Event,
      description:
        'What happened, oldest first, of a session, a person or a whole site. At most 1,000 a page. Samples of movement only where `types` names MOUSE_MOVE.',
      args: {
        site: t.arg.id({ description: 'May be left out where there is only one.' }),
        session: t.arg.id({ description: 'By global id or sessionId.' }),
        user: t.arg.string({ description: 'Of this identified user, or visitor.' }),
        visitor: t.arg.string({ description: 'Of this anonymous visitor.' }),
        types: t.arg({ type: [EventType], description: 'Only these; else all but MOUSE_MOVE.' }),
        from: t.arg({ type: 'DateTime', description: 'Then or later.' }),
        to: t.arg({ type: 'DateTime', description: 'Before.' }),
      },
      complexity: ({ first, last }) => ({ field: 10, multiplier: first ?? last ?? 100 }),
      resolve: async (_root, { types, ...args }, context) =>
        findEvents(context.store.db, await makeScope(args, context), types ?? usualTypes, args),
    },
    { name: 'EventConnection', description: 'A page of events.' },
    { name: 'EventEdge', description: 'An event and its place in the list.' },
  ),
);

interface ScopeArgs {
  readonly site?: string | null | undefined;
  readonly session?: string | null | undefined;
  readonly user?: string | null | undefined;
  readonly visitor?: string | null | undefined;
  readonly from?: Date | null | undefined;
  readonly to?: Date | null | undefined;
}

async function makeScope(args: ScopeArgs, context: Context): Promise<EventScope> {
  const times = { from: args.from ?? null, to: args.to ?? null };
  if (args.session) {
    const session = await findSessionById(context, args.session, args.site);
    if (!session) throw new Problem('NOT_FOUND', 'There is no such session.');
    return {
      site: session.site,
      visitors: [session.visitor],
      sessions: [session.session],
      ...times,
    };
  }
  const { site } = await requireSite(context, args.site);
  if (args.user) {
    return { site, ...(await findUserScope(context.store.db, site, args.user)), ...times };
  }
  return { site, visitors: args.visitor ? [args.visitor] : null, sessions: null, ...times };
}
