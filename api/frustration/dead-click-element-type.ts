import type { DeadClickIssue } from '../../schema/rules/dead-click-issue.ts';
import { Element } from '../events/element-type.ts';
import { builder } from '../graphql/builder.ts';
import { findMark } from '../marks/find-mark.ts';
import { writeRowKey } from '../marks/row-key.ts';
import { SessionConnection } from '../session/session-connection.ts';
import { Session } from '../session/session-type.ts';
import { countClicksBefore } from './count-clicks-before.ts';
import {
  type DeadClickElement as DeadElement,
  findDeadClickElements,
} from './dead-click-elements.ts';
import { placeFilter } from './element-query.ts';
import { encounters } from './elements-collection.ts';
import { findElementPeople } from './find-element-people.ts';
import { findSessionsBehind } from './find-sessions-behind.ts';
import { makeElementQuery, readLimit } from './list-args.ts';

const Issue = builder.enumType('DeadClickIssue', {
  description: 'What is wrong with an element that people click in vain.',
  values: {
    NON_INTERACTIVE_ELEMENT: {
      value: 'non-interactive-element',
      description: 'A div, span or p: it only looks as if it could be clicked.',
    },
    BROKEN_INTERACTION: {
      value: 'broken-interaction',
      description: 'A button or link with more than 10 dead clicks.',
    },
    UNCLEAR_UI: { value: 'unclear-ui', description: 'Anything else.' },
  } satisfies Record<string, { value: DeadClickIssue; description: string }>,
});

const DeadClickElement = builder.objectRef<DeadElement>('DeadClickElement').implement({
  description: 'Elements of one page, tag, id and class with more than 2 dead clicks between them.',
  fields: (t) => ({
    page: t.string({ description: "The page's route.", resolve: ({ place }) => place.route }),
    element: t.field({
      type: Element,
      description: 'The one of them that was clicked in vain last.',
      resolve: ({ element }) => element,
    }),
    elementType: t.exposeString('tag', { description: 'Tag name, lower case.' }),
    elementId: t.string({
      nullable: true,
      description: 'Its `id`; null where it has none.',
      resolve: ({ id }) => id || null,
    }),
    elementClass: t.string({
      nullable: true,
      description: 'Its `class`; null where it has none.',
      resolve: (element) => element.class || null,
    }),
    deadClicks: t.exposeInt('deadClicks', { description: 'Clicks that nothing answered.' }),
    affectedUsers: t.int({
      description: 'Distinct visitors who clicked in vain, exact.',
      complexity: 5,
      resolve: ({ query, place }, _args, { store }) => findElementPeople(store.db, query, place),
    }),
    issue: t.expose('issue', {
      type: Issue,
      description:
        'NON_INTERACTIVE_ELEMENT for div, span and p; BROKEN_INTERACTION for a button or link with more than 10 dead clicks; else UNCLEAR_UI.',
    }),
    reason: t.exposeString('reason', {
      description: 'Why the last of these clicks is dead: `no reaction within 5,000 ms`.',
    }),
    previousDeadClicks: t.int({
      description: 'Their dead clicks in as many days right before.',
      complexity: 5,
      resolve: ({ query, place }, _args, { store }) => countClicksBefore(store.db, query, place),
    }),
    key: t.string({
      description: 'Stands for this row in `markNotAProblem`.',
      resolve: ({ place }) => writeRowKey({ kind: 'dead', ...place }),
    }),
    markedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When somebody marked it as not a problem; null where nobody did.',
      resolve: ({ query, place }, _args, context) =>
        findMark(context, query.site, { kind: 'dead', ...place }),
    }),
    sessions: t.connection(
      {
        type: Session,
        complexity: (args) => ({ field: 10, multiplier: args.first ?? args.last ?? 20 }),
        description: 'The sessions in which one was clicked in vain, newest first.',
        resolve: ({ query, place }, args, { store }) => {
          const filter = { ...placeFilter(query, place), 'sums.count': { $gt: 0 } };
          return findSessionsBehind(store.db, query.site, encounters, filter, args);
        },
      },
      SessionConnection,
    ),
  }),
});

builder.queryField('deadClickElements', (t) =>
  t.field({
    type: [DeadClickElement],
    complexity: (args) => ({ field: 10, multiplier: args.limit ?? 20 }),
    description: 'What people click in vain, the most dead clicks first. Read from daily sums.',
    args: {
      site: t.arg.id({ description: 'May be left out where there is only one.' }),
      page: t.arg.string({
        description: 'A route (`/product/:id`) or an address; else all pages.',
      }),
      limit: t.arg.int({ defaultValue: 20, description: 'Rows at most: 1–100.' }),
      days: t.arg.int({ defaultValue: 30, description: 'The last days, today included: 1–365.' }),
      from: t.arg({ type: 'DateTime', description: 'From this day on (instead of `days`).' }),
      to: t.arg({ type: 'DateTime', description: 'Until this day, included.' }),
    },
    resolve: async (_root, args, context) => {
      const limit = readLimit(args.limit);
      const query = await makeElementQuery(context, 'dead', args);
      return findDeadClickElements(context.store.db, query, limit);
    },
  }),
);
