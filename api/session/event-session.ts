import { Event } from '../events/event-type.ts';
import { builder } from '../graphql/builder.ts';
import { Session } from './session-type.ts';

// Declared here, not with the event, so that imports run one way.
builder.interfaceField(Event, 'session', (t) =>
  t.field({
    type: Session,
    nullable: true,
    description: 'Its session; null where it was erased meanwhile.',
    complexity: 2,
    resolve: ({ site, session }, _args, { findSession }) => findSession(site, session),
  }),
);
