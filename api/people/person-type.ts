import { builder } from '../graphql/builder.ts';
import { findSessions } from '../session/find-sessions.ts';
import { SessionConnection } from '../session/session-connection.ts';
import { DeviceClass } from '../session/session-filter.ts';
import { Session } from '../session/session-type.ts';
import { requireSite } from '../sites/require-site.ts';
import { countSessionsOf, findKnownPeople, type KnownPerson } from './find-people.ts';

const Person = builder.objectRef<KnownPerson>('Person').implement({
  description: 'A visitor of a site: one browser, unless the site says who it is.',
  fields: (t) => ({
    visitorId: t.exposeString('visitor', {
      description: 'A random id that the browser keeps: `visitor` of other queries.',
    }),
    userId: t.string({
      description: 'The identified user, else the anonymous visitor.',
      resolve: ({ newest, visitor }) => newest.user ?? visitor,
    }),
    identified: t.boolean({
      description: 'Whether the site said who it is, in the newest session.',
      resolve: ({ newest }) => newest.user !== null,
    }),
    lastSeenAt: t.field({
      type: 'DateTime',
      description: 'The last activity of the newest session.',
      resolve: ({ newest }) => newest.endedAt,
    }),
    device: t.field({
      type: DeviceClass,
      description: 'Of the newest session.',
      resolve: ({ newest }) => newest.device,
    }),
    browser: t.string({
      nullable: true,
      description: 'Of the newest session.',
      resolve: ({ newest }) => newest.browser,
    }),
    country: t.string({
      nullable: true,
      description: 'Of the newest session, ISO 3166-1 alpha-2.',
      resolve: ({ newest }) => newest.country,
    }),
    sessionCount: t.int({
      description: 'All their sessions that are kept.',
      complexity: 5,
      resolve: (person, _args, { store }) => countSessionsOf(store.db, person),
    }),
    sessions: t.connection(
      {
        type: Session,
        complexity: (args) => ({ field: 10, multiplier: args.first ?? args.last ?? 20 }),
        description: 'Their sessions, newest first.',
        resolve: ({ site, visitor }, args, { store }) =>
          findSessions(store.db, { site, visitor }, args),
      },
      SessionConnection,
    ),
  }),
});

builder.queryField('people', (t) =>
  t.connection(
    {
      type: Person,
      complexity: (args) => ({ field: 10, multiplier: args.first ?? 20 }),
      description:
        'The visitors of a site, who came last first. Forward only: `first` and `after`.',
      args: {
        site: t.arg.id({ description: 'May be left out where there is only one.' }),
        search: t.arg.string({
          description: 'Only whose user name or visitor id begins so, in the same case.',
        }),
      },
      resolve: async (_root, { site: id, search, first, after }, context) => {
        const { site } = await requireSite(context, id);
        return findKnownPeople(context.store.db, site, search || null, { first, after });
      },
    },
    { name: 'PersonConnection', description: 'A page of people.' },
    { name: 'PersonEdge', description: 'A person and their place in the list.' },
  ),
);
