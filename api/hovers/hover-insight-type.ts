import type { Engagement } from '../../schema/rules/engagement.ts';
import { Element } from '../events/element-type.ts';
import { builder } from '../graphql/builder.ts';
import { Problem } from '../graphql/problem.ts';
import { findSessions } from '../session/find-sessions.ts';
import { SessionConnection } from '../session/session-connection.ts';
import { Session } from '../session/session-type.ts';
import { requireSite } from '../sites/require-site.ts';
import { routeOf } from '../sites/route.ts';
import { makeDayRange } from '../timeline/day-range.ts';
import { KEPT_MIN_DURATION_MS } from './count-hovers.ts';
import { countRecordsBefore } from './find-hover-sums.ts';
import {
  findHoverInsights,
  findHoverPeople,
  type HoverInsight as Insight,
} from './hover-insights.ts';
import { hoveredSessions } from './session-filter.ts';

const EngagementType = builder.enumType('Engagement', {
  description: 'How much an element holds people, by the average duration.',
  values: {
    VERY_HIGH: { value: 'very-high', description: 'More than 5,000 ms.' },
    HIGH: { value: 'high', description: 'More than 3,000 ms.' },
    MEDIUM: { value: 'medium', description: 'More than 1,500 ms.' },
    LOW: { value: 'low', description: 'More than 500 ms.' },
    VERY_LOW: { value: 'very-low', description: 'Up to 500 ms.' },
  } satisfies Record<string, { value: Engagement; description: string }>,
});

const HoverInsight = builder.objectRef<Insight>('HoverInsight').implement({
  description:
    'An element that pointers rest on. Hovers of one visitor, session, page and element are one merged record: durations and counts add up. It counts where its summed duration reaches `minDuration`; an element needs more than 5 such records.',
  fields: (t) => ({
    element: t.field({
      type: Element,
      description: 'As a recent session saw it.',
      resolve: ({ element }) => element,
    }),
    count: t.exposeInt('count', { description: 'Merged records that reach `minDuration`.' }),
    previousCount: t.int({
      description: 'The same in as many days right before.',
      complexity: 5,
      resolve: ({ query, key }, _args, { store }) => countRecordsBefore(store.db, query, key),
    }),
    avgDurationMs: t.exposeFloat('avgDurationMs', {
      description: 'Mean of their summed durations, ms.',
    }),
    clickConversionPercent: t.exposeFloat('clickConversionPercent', {
      description: 'Records in which a hover ended in a click, % (0..100).',
    }),
    uniqueUsers: t.int({
      description: 'Distinct visitors behind them, exact.',
      complexity: 5,
      resolve: (insight, _args, { store }) => findHoverPeople(store.db, insight),
    }),
    engagement: t.expose('engagement', {
      type: EngagementType,
      description:
        'By avgDurationMs: VERY_HIGH > 5,000, HIGH > 3,000, MEDIUM > 1,500, LOW > 500, else VERY_LOW.',
    }),
    sessions: t.connection(
      {
        type: Session,
        complexity: (args) => ({ field: 10, multiplier: args.first ?? args.last ?? 20 }),
        description: 'The sessions behind it, newest first.',
        resolve: ({ query, key }, args, { store }) =>
          findSessions(store.db, hoveredSessions(query, key), args),
      },
      SessionConnection,
    ),
  }),
});

/** Longer than any session: nothing could reach it. */
const mostMs = 86_400_000;

function readMinDuration(minDuration: number | null | undefined): number {
  const ms = minDuration ?? KEPT_MIN_DURATION_MS;
  if (ms < 0 || ms > mostMs) {
    throw new Problem('BAD_USER_INPUT', `minDuration is ${ms}; it must be 0 to ${mostMs} ms.`);
  }
  return ms;
}

builder.queryField('hoverInsights', (t) =>
  t.field({
    type: [HoverInsight],
    complexity: { field: 10, multiplier: 20 },
    description:
      'The 20 elements of a page that hold pointers longest. With the usual minDuration read from daily sums; with any other from the page’s merged records, exact but slower. A record counts on the day on which its session started.',
    args: {
      site: t.arg.id({ description: 'May be left out where there is only one.' }),
      page: t.arg.string({
        required: true,
        description: 'A route (`/product/:id`) or an address.',
      }),
      minDuration: t.arg.int({
        defaultValue: KEPT_MIN_DURATION_MS,
        description: 'Summed duration that a merged record has to reach, ms.',
      }),
      days: t.arg.int({ defaultValue: 30, description: 'The last days, today included: 1–365.' }),
      from: t.arg({ type: 'DateTime', description: 'From this day on (instead of `days`).' }),
      to: t.arg({ type: 'DateTime', description: 'Until this day, included.' }),
    },
    resolve: async (_root, args, context) => {
      const site = await requireSite(context, args.site);
      return findHoverInsights(context.store.db, {
        site: site.site,
        generation: site.generations[0] ?? 0,
        timeZone: site.timeZone,
        route: routeOf(args.page, site.routes),
        range: makeDayRange(args, site.timeZone, Date.now()),
        minDurationMs: readMinDuration(args.minDuration),
      });
    },
  }),
);
