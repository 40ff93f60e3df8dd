import { builder } from '../graphql/builder.ts';
import { requireSite } from '../sites/require-site.ts';
import { findSessionById } from './find-session.ts';
import { findSessions } from './find-sessions.ts';
import { SessionConnection } from './session-connection.ts';
import { makeSessionQuery, SessionFilter } from './session-filter.ts';
import { Session } from './session-type.ts';

builder.queryField('sessions', (t) =>
  t.connection(
    {
      type: Session,
      description: 'The sessions of a site, newest first; 20 a page unless told, at most 100.',
      args: {
        site: t.arg.id({ description: 'May be left out where there is only one.' }),
        filter: t.arg({ type: SessionFilter, description: 'Only these.' }),
      },
      complexity: ({ first, last }) => ({ field: 10, multiplier: first ?? last ?? 20 }),
      resolve: async (_root, { site, filter, ...page }, context) => {
        const { site: name } = await requireSite(context, site);
        const query = makeSessionQuery(name, filter, Date.now());
        return findSessions(context.store.db, query, page);
      },
    },
    SessionConnection,
  ),
);

builder.queryField('session', (t) =>
  t.field({
    type: Session,
    nullable: true,
    description: 'One session; null where there is none.',
    args: {
      id: t.arg.id({ required: true, description: 'Its global id or its sessionId.' }),
      site: t.arg.id({
        description: 'For a sessionId where there are several sites.',
      }),
    },
    resolve: (_root, { id, site }, context) => findSessionById(context, id, site),
  }),
);
