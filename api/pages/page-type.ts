import { builder } from '../graphql/builder.ts';
import type { Context } from '../graphql/context.ts';
import type { Device } from '../ingest/incoming-batch.ts';
import { DeviceClass } from '../session/session-filter.ts';
import type { PageVisit } from '../session-summary/page-visits.ts';
import { requireSite } from '../sites/require-site.ts';
import { makeDayRange, type PeriodArgs } from '../timeline/day-range.ts';
import { findLatestVisit } from './find-latest-visit.ts';
import {
  findPage,
  findPages,
  findPageVisitors,
  type PageQuery,
  type PageRow,
} from './find-pages.ts';

/** One look for a page however many of its fields need it. */
const latestVisits = new WeakMap<PageRow, Promise<PageVisit | null>>();

function latestVisit(page: PageRow, { store }: Context): Promise<PageVisit | null> {
  const known = latestVisits.get(page) ?? findLatestVisit(store.db, page);
  latestVisits.set(page, known);
  return known;
}

const Page = builder.objectRef<PageRow>('Page');
builder.node(Page, {
  description: 'A page of a site, all addresses of one route together, over the days asked for.',
  id: {
    resolve: ({ query, route }) => `${query.site}/${route}`,
    description: 'Unique over all types.',
  },
  loadOne: (id, context) => loadPage(id, context),
  fields: (t) => ({
    route: t.exposeString('route', {
      description: 'What its addresses have in common: `/product/:id`.',
    }),
    exampleUrl: t.string({
      description: 'An address of it: the one seen last. Empty where it is being erased.',
      resolve: async (page, _args, context) => (await latestVisit(page, context))?.url ?? '',
    }),
    views: t.exposeInt('views', { description: 'Page views that began.' }),
    visitors: t.int({
      description: 'Distinct visitors who viewed it, exact.',
      complexity: 5,
      resolve: (page, _args, { store }) => findPageVisitors(store.db, page),
    }),
    sessions: t.exposeInt('sessions', {
      description: 'Sessions that viewed it; a session counts on the day on which it started.',
    }),
    avgTimeSeconds: t.float({
      description: 'Mean time from the beginning of a view to its last activity, in seconds.',
      resolve: ({ timeMs, visits }) => (visits > 0 ? timeMs / visits / 1000 : 0),
    }),
    avgScrollDepthPercent: t.float({
      description: 'Mean over its views of the deepest place seen, % of the document (0..100).',
      resolve: ({ depth, visits }) => (visits > 0 ? depth / visits / 100 : 0),
    }),
    clicks: t.exposeInt('clicks', { description: 'Clicks on it.' }),
    rageClicks: t.exposeInt('rageClicks', {
      description: 'Clicks of its rage bursts, without productive ones.',
    }),
    deadClicks: t.exposeInt('deadClicks', { description: 'Clicks that nothing answered.' }),
    documentWidth: t.int({
      description: 'Of the document as seen last, CSS px.',
      resolve: async (page, _args, context) =>
        (await latestVisit(page, context))?.documentWidth ?? 0,
    }),
    documentHeight: t.int({
      description: 'Of the document as seen last, CSS px.',
      resolve: async (page, _args, context) =>
        (await latestVisit(page, context))?.documentHeight ?? 0,
    }),
  }),
});

/** By the id within its global id, over the last 30 days. */
async function loadPage(id: string, context: Context): Promise<PageRow | null> {
  const slash = id.indexOf('/');
  const visible = await context.findSites();
  const site = visible.find((one) => one.site === id.slice(0, slash));
  if (!site) return null;
  return findPage(
    context.store.db,
    await makePageQuery(context, site.site, {}),
    id.slice(slash + 1),
  );
}

async function makePageQuery(
  context: Context,
  siteId: string | null | undefined,
  period: PeriodArgs & { readonly device?: Device | null | undefined },
): Promise<PageQuery> {
  const { site, generations, timeZone } = await requireSite(context, siteId);
  const range = makeDayRange(period, timeZone, Date.now());
  return { site, generation: generations[0] ?? 0, range, device: period.device ?? null };
}

builder.queryField('pages', (t) =>
  t.connection(
    {
      type: Page,
      complexity: (args) => ({ field: 5, multiplier: args.first ?? args.last ?? 20 }),
      description: 'Pages that were viewed, by route, the most viewed first. Read from daily sums.',
      args: {
        site: t.arg.id({ description: 'May be left out where there is only one.' }),
        days: t.arg.int({ defaultValue: 30, description: 'The last days, today included: 1–365.' }),
        from: t.arg({ type: 'DateTime', description: 'From this day on (instead of `days`).' }),
        to: t.arg({ type: 'DateTime', description: 'Until this day, included.' }),
        device: t.arg({ type: DeviceClass, description: 'Only views on this class of device.' }),
      },
      resolve: async (_root, args, context) =>
        findPages(context.store.db, await makePageQuery(context, args.site, args), args),
    },
    { name: 'PageConnection', description: 'A page of pages.' },
    { name: 'PageEdge', description: 'A page and its place in the list.' },
  ),
);
