import { builder } from '../graphql/builder.ts';
import { Problem } from '../graphql/problem.ts';
import { requireSite } from '../sites/require-site.ts';
import { routeOf } from '../sites/route.ts';
import { startOfDay } from '../sites/site-day.ts';
import { makeDayRange } from '../timeline/day-range.ts';
import { Analysis } from './analysis-type.ts';
import { findPageMaterial } from './find-material.ts';
import { findAnalyses } from './save-analysis.ts';

builder.queryField('pageAnalyses', (t) =>
  t.field({
    type: [Analysis],
    description:
      'What was found on a page, the newest first: the last ten times. An analysis goes when one of the sessions it was made from goes.',
    args: {
      page: t.arg.string({ required: true, description: 'A route, a path or an address.' }),
      site: t.arg.id({ description: 'May be left out where there is only one.' }),
    },
    resolve: async (_root, { page, site }, context) => {
      const { site: name, routes } = await requireSite(context, site);
      const of = { site: name, session: '', route: routeOf(page, routes) };
      return findAnalyses(context.store.db, of).toArray();
    },
  }),
);

builder.mutationField('analyzePage', (t) =>
  t.field({
    type: Analysis,
    description:
      'The same as `analyzeSession` of a page, over the newest sessions that visited it: at most 50.',
    authScopes: { read: true },
    args: {
      page: t.arg.string({ required: true, description: 'A route, a path or an address.' }),
      site: t.arg.id({ description: 'May be left out where there is only one.' }),
      days: t.arg.int({
        defaultValue: 30,
        description: 'Sessions that started in the last days, today included: 1–365.',
      }),
    },
    resolve: async (_root, { page, site: id, days }, context) => {
      const site = await requireSite(context, id);
      const route = routeOf(page, site.routes);
      const { fromDay } = makeDayRange({ days }, site.timeZone, Date.now());
      const since = new Date(startOfDay(site.timeZone, fromDay));
      const analysis = await context.analyst.analyze({
        of: { site: site.site, session: null, route },
        subject: { scope: 'page', route },
        version: null,
        findMaterials: () => findPageMaterial(context.store.db, { site: site.site, route, since }),
      });
      if (!analysis) throw new Problem('NOT_FOUND', 'Nobody visited this page in that time.');
      return analysis;
    },
  }),
);
