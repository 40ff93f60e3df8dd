import type { EventNode } from '../events/event-node.ts';
import { toEventNode } from '../events/event-node.ts';
import { compareEvents } from '../events/event-order.ts';
import { Event } from '../events/event-type.ts';
import { factTypes, holdingFields, makeViewFinder, unpackEvents } from '../events/held-events.ts';
import { builder } from '../graphql/builder.ts';
import type { Context } from '../graphql/context.ts';
import { Problem } from '../graphql/problem.ts';
import { findSessionById } from '../session/find-session.ts';
import { findTrail, type Trail as TrailColumns } from '../session/find-trail.ts';
import { Session } from '../session/session-type.ts';
import { Trail } from '../session/trail-type.ts';
import { batches } from '../store/batches.ts';
import { events } from '../store/events.ts';
import { type SessionDocument, sessions } from '../store/sessions.ts';

/** What came with a session's versions `after`..`session.version`. */
interface Activity {
  readonly session: SessionDocument;
  readonly after: number;
}

const SessionActivity = builder.objectRef<Activity>('SessionActivity').implement({
  description: 'What a session did since the last message.',
  fields: (t) => ({
    session: t.field({
      type: Session,
      description: 'The session as it is now.',
      resolve: ({ session }) => session,
    }),
    events: t.field({
      type: [Event],
      description:
        'New events, and known ones whose verdict changed (the same id again), oldest first; samples of movement are in the trail.',
      resolve: (activity, _args, { store }) => findChangedEvents(store.db, activity),
    }),
    trail: t.field({
      type: Trail,
      description: 'The new part of the trail. A late batch may belong before what is known.',
      resolve: ({ session, after }, _args, { store }): Promise<TrailColumns> =>
        findTrail(store.db, session, { after, upTo: session.version }),
    }),
  }),
});

builder.subscriptionField('sessionActivity', (t) =>
  t.field({
    type: SessionActivity,
    description: 'What a session does, as it does it; at most four times a second.',
    args: {
      session: t.arg.id({ required: true, description: 'By global id or sessionId.' }),
      site: t.arg.id({ description: 'For a sessionId where there are several sites.' }),
      since: t.arg.int({
        description:
          'The `version` of the session that is known: first comes what happened since. Else it begins now.',
      }),
    },
    subscribe: async (_root, { session: id, site, since }, context) => {
      const session = await findSessionById(context, id, site);
      if (!session) throw new Problem('NOT_FOUND', 'There is no such session.');
      return followActivity(context, session, since ?? session.version);
    },
    resolve: (activity: Activity) => activity,
  }),
);

/**
 * Listens first and looks then, so that nothing falls between. No generator: one that waits for its next value can't be
 * ended before it comes.
 */
function followActivity(
  { live, store }: Context,
  { site, session }: SessionDocument,
  since: number,
): AsyncIterableIterator<Activity> {
  const changes = live.watchSession(site, session);
  let after = since;
  let looked = false;
  const nextDocument = async (): Promise<SessionDocument | null> => {
    if (looked) return (await changes.next()).value ?? null;
    looked = true;
    return sessions.in(store.db).findOne({ site, session });
  };
  return {
    next: async () => {
      for (let now = await nextDocument(); now; now = await nextDocument()) {
        if (now.version <= after) continue;
        const value = { session: now, after };
        after = now.version;
        return { done: false, value };
      }
      return { done: true, value: undefined };
    },
    return: async () => {
      await changes.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

async function findChangedEvents(
  db: Context['store']['db'],
  { session, after }: Activity,
): Promise<EventNode[]> {
  const { site, session: name, version } = session;
  const since = { site, session: name, version: { $gt: after, $lte: version } };
  const [documents, holding] = await Promise.all([
    events
      .in(db)
      .find({ ...since, 'types.0': { $exists: true } })
      .toArray(),
    batches
      .in(db)
      .find({ ...since, types: { $in: [...factTypes] } }, { projection: holdingFields })
      .toArray(),
  ]);
  const findDated = makeViewFinder(db);
  const held = await Promise.all(
    holding.map(async (batch) => unpackEvents(batch, await findDated(batch))),
  );
  return [...documents, ...held.flat()].map(toEventNode).sort(compareEvents);
}
