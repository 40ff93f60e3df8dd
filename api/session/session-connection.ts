import { builder } from '../graphql/builder.ts';
import { mostCounted } from './find-sessions.ts';
import { Session } from './session-type.ts';

/** The one connection type for lists of sessions, wherever they hang. */
export const SessionConnection = builder.connectionObject(
  {
    type: Session,
    name: 'SessionConnection',
    description: 'A page of sessions.',
    fields: (t) => ({
      totalCount: t.int({
        description: `How many there are in all; counting stops at ${mostCounted.toLocaleString('en')}.`,
        complexity: 10,
        resolve: ({ totalCount }) => totalCount?.() ?? 0,
      }),
    }),
  },
  { name: 'SessionEdge', description: 'A session and its place in the list.' },
);
