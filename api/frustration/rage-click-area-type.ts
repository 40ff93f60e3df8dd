import type { Severity } from '../../schema/rules/severity.ts';
import { Element } from '../events/element-type.ts';
import { builder } from '../graphql/builder.ts';
import { findMark } from '../marks/find-mark.ts';
import { writeRowKey } from '../marks/row-key.ts';
import { SessionConnection } from '../session/session-connection.ts';
import { Session } from '../session/session-type.ts';
import { countClicksBefore } from './count-clicks-before.ts';
import { placeFilter } from './element-query.ts';
import { encounters } from './elements-collection.ts';
import { findElementPeople } from './find-element-people.ts';
import { findSessionsBehind } from './find-sessions-behind.ts';
import { makeElementQuery, readLimit } from './list-args.ts';
import { type RageClickArea as Area, findRageClickAreas } from './rage-click-areas.ts';

const SeverityType = builder.enumType('Severity', {
  description: 'How bad a rage-click area is, by its rage clicks.',
  values: {
    CRITICAL: { value: 'critical', description: 'More than 50.' },
    HIGH: { value: 'high', description: 'More than 20.' },
    MEDIUM: { value: 'medium', description: 'More than 10.' },
    LOW: { value: 'low', description: 'Up to 10.' },
  } satisfies Record<string, { value: Severity; description: string }>,
});

export const RageClickArea = builder.objectRef<Area>('RageClickArea').implement({
  description:
    'An element of a page with more than 3 rage clicks. Elements are told apart by the name that the site gave them, else by path, tag and id; not by class, which changes with their state.',
  fields: (t) => ({
    page: t.string({ description: "The page's route.", resolve: ({ place }) => place.route }),
    element: t.field({
      type: Element,
      description: 'As it was when last clicked in rage.',
      resolve: ({ element }) => element,
    }),
    rageClicks: t.exposeInt('rageClicks', {
      description: 'Clicks of rage bursts; with `includeProductive` of productive ones too.',
    }),
    rageBursts: t.exposeInt('rageBursts', {
      description: 'Bursts that began on it: a burst may go on over its neighbours.',
    }),
    affectedUsers: t.int({
      description: 'Distinct visitors who clicked it in rage, exact.',
      complexity: 5,
      resolve: ({ query, place }, _args, { store }) => findElementPeople(store.db, query, place),
    }),
    avgX: t.exposeFloat('avgX', {
      description: 'Mean place of these clicks, CSS px from the left edge of the page.',
    }),
    avgY: t.exposeFloat('avgY', {
      description: 'Mean place of these clicks, CSS px from the top of the page.',
    }),
    severity: t.expose('severity', {
      type: SeverityType,
      description: 'By its rage clicks: CRITICAL > 50, HIGH > 20, MEDIUM > 10, else LOW.',
    }),
    reason: t.exposeString('reason', {
      description: 'Why a recent burst counts: `3 clicks, 640 ms, 12 px, no reaction`.',
    }),
    previousRageClicks: t.int({
      description: 'Its rage clicks in as many days right before.',
      complexity: 5,
      resolve: ({ query, place }, _args, { store }) => countClicksBefore(store.db, query, place),
    }),
    key: t.string({
      description: 'Stands for this row in `markNotAProblem`.',
      resolve: ({ place }) => writeRowKey({ kind: 'rage', ...place }),
    }),
    markedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When somebody marked it as not a problem; null where nobody did.',
      resolve: ({ query, place }, _args, context) =>
        findMark(context, query.site, { kind: 'rage', ...place }),
    }),
    sessions: t.connection(
      {
        type: Session,
        complexity: (args) => ({ field: 10, multiplier: args.first ?? args.last ?? 20 }),
        description: 'The sessions in which it was clicked in rage, newest first.',
        resolve: ({ query, place }, args, { store }) => {
          const filter = { ...placeFilter(query, place), 'sums.count': { $gt: 0 } };
          return findSessionsBehind(store.db, query.site, encounters, filter, args);
        },
      },
      SessionConnection,
    ),
  }),
});

builder.queryField('rageClickAreas', (t) =>
  t.field({
    type: [RageClickArea],
    complexity: (args) => ({ field: 10, multiplier: args.limit ?? 20 }),
    description: 'Where people click in rage, the most rage clicks first. Read from daily sums.',
    args: {
      site: t.arg.id({ description: 'May be left out where there is only one.' }),
      page: t.arg.string({
        description: 'A route (`/product/:id`) or an address; else all pages.',
      }),
      limit: t.arg.int({ defaultValue: 20, description: 'Rows at most: 1–100.' }),
      days: t.arg.int({ defaultValue: 30, description: 'The last days, today included: 1–365.' }),
      from: t.arg({ type: 'DateTime', description: 'From this day on (instead of `days`).' }),
      to: t.arg({ type: 'DateTime', description: 'Until this day, included.' }),
      includeProductive: t.arg.boolean({
        defaultValue: false,
        description: 'Count bursts that got something done (steppers, carousels) as well.',
      }),
    },
    resolve: async (_root, args, context) => {
      const limit = readLimit(args.limit);
      const kind = args.includeProductive ? 'anyRage' : 'rage';
      const query = await makeElementQuery(context, kind, args);
      return findRageClickAreas(context.store.db, query, limit);
    },
  }),
);
