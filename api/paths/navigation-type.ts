import { builder } from '../graphql/builder.ts';
import { requireSite } from '../sites/require-site.ts';
import { makeDayRange } from '../timeline/day-range.ts';
import { type Navigation as Found, findNavigation } from './find-paths.ts';
import { checkWhole } from './path-type.ts';

const NavigationPage = builder.objectRef<Found['pages'][number]>('NavigationPage').implement({
  description: 'How a page was come to and left.',
  fields: (t) => ({
    page: t.exposeString('page', { description: 'Its route.' }),
    views: t.exposeInt('views', { description: 'Views of it.' }),
    entries: t.exposeInt('entries', { description: 'Sessions that began with it.' }),
    exits: t.exposeInt('exits', { description: 'Sessions that ended with it.' }),
    reloads: t.exposeInt('reloads', { description: 'Views right after a view of the same page.' }),
  }),
});

const Transition = builder
  .objectRef<Found['transitions'][number]>('NavigationTransition')
  .implement({
    description: 'Views of one page right after another, within a session.',
    fields: (t) => ({
      from: t.exposeString('from', { description: 'Route viewed first.' }),
      to: t.exposeString('to', { description: 'Route viewed next.' }),
      count: t.exposeInt('count', { description: 'How often.' }),
    }),
  });

const mostTransitions = 10_000;

const Navigation = builder.objectRef<Found>('Navigation').implement({
  description: 'How people move between the pages of a site.',
  fields: (t) => ({
    pages: t.field({
      type: [NavigationPage],
      complexity: { multiplier: 100 },
      description: 'All pages, the most viewed first.',
      resolve: ({ pages }) => [...pages],
    }),
    transitions: t.field({
      type: [Transition],
      complexity: (args) => ({ multiplier: Math.ceil((args.limit ?? 100) / 10) }),
      description: 'From page to page, the most frequent first.',
      args: { limit: t.arg.int({ defaultValue: 100, description: '1–10,000.' }) },
      resolve: ({ transitions }, { limit }) =>
        transitions.slice(0, checkWhole('limit', limit ?? 100, 1, mostTransitions)),
    }),
    transitionCount: t.int({
      description: 'Steps from page to page in all.',
      resolve: ({ transitions }) => transitions.reduce((sum, { count }) => sum + count, 0),
    }),
  }),
});

builder.queryField('navigation', (t) =>
  t.field({
    type: Navigation,
    complexity: 100,
    description:
      'Views, entries, exits and transitions of all pages, by route. About sessions that started in the period.',
    args: {
      site: t.arg.id({ description: 'May be left out where there is only one.' }),
      days: t.arg.int({ defaultValue: 30, description: 'The last days, today included: 1–365.' }),
      from: t.arg({ type: 'DateTime', description: 'From this day on (instead of `days`).' }),
      to: t.arg({ type: 'DateTime', description: 'Until this day, included.' }),
    },
    resolve: async (_root, args, context) => {
      const site = await requireSite(context, args.site);
      const range = makeDayRange(args, site.timeZone, Date.now());
      return findNavigation(context.store.db, { site, range });
    },
  }),
);
