import { builder } from '../graphql/builder.ts';
import { WHOLE_SITE } from '../pages/pages-collection.ts';
import { DeviceClass } from '../session/session-filter.ts';
import { requireSite } from '../sites/require-site.ts';
import { routeOf } from '../sites/route.ts';
import type { TimelineInterval } from './buckets.ts';
import { makeDayRange, rangeBefore } from './day-range.ts';
import type { TimelineMetric } from './metric.ts';
import {
  chooseInterval,
  findTimeline,
  type TimelinePoint,
  type TimelineQuestion,
  type TimelineRun,
} from './timeline.ts';

export const Metric = builder.enumType('TimelineMetric', {
  description: 'What is followed over time.',
  values: {
    SESSIONS: { description: 'Sessions that started.' },
    VISITORS: { description: 'Distinct visitors who viewed a page.' },
    PAGE_VIEWS: { description: 'Page views that began.' },
    CLICKS: { description: 'Clicks.' },
    RAGE_CLICKS: { description: 'Clicks of rage bursts, without productive ones.' },
    DEAD_CLICKS: { description: 'Clicks that nothing answered.' },
    RAGE_CLICK_RATE: { description: 'Rage clicks, % of clicks (0..100).' },
    DEAD_CLICK_RATE: { description: 'Dead clicks, % of clicks (0..100).' },
    AVG_SPEED: {
      description:
        'Mean of the average pointer speeds of the sessions that started, px/s; touch-only sessions have none.',
    },
  } satisfies Record<TimelineMetric, { description: string }>,
});

const Interval = builder.enumType('TimelineInterval', {
  description: "A bucket's length, by the site's own clock.",
  values: {
    HOUR: {
      description:
        'An hour on the clock, over at most 31 days. An hour that comes twice when clocks go back is one bucket.',
    },
    DAY: { description: 'A calendar day.' },
  } satisfies Record<TimelineInterval, { description: string }>,
});

const Point = builder.objectRef<TimelinePoint>('TimelinePoint').implement({
  description: 'One bucket of a timeline. Buckets in which nothing happened are there too.',
  fields: (t) => ({
    at: t.expose('at', { type: 'DateTime', description: "The bucket's beginning." }),
    value: t.exposeFloat('value', {
      nullable: true,
      description:
        "The metric's value, in its unit; null for a rate without clicks and a speed without sessions.",
    }),
    count: t.exposeInt('count', {
      description: 'What it was measured on: clicks for rates, sessions for speed, else the value.',
    }),
  }),
});

interface TimelineAnswer {
  readonly question: TimelineQuestion;
  readonly run: TimelineRun;
  readonly before: TimelineRun | null;
}

const Timeline = builder.objectRef<TimelineAnswer>('Timeline').implement({
  description: 'A metric over time, in the time zone of the site.',
  fields: (t) => ({
    metric: t.field({
      type: Metric,
      description: 'What was asked for.',
      resolve: ({ question }) => question.metric,
    }),
    interval: t.field({
      type: Interval,
      description: 'The length of a bucket.',
      resolve: ({ question }) => question.interval,
    }),
    points: t.field({
      type: [Point],
      complexity: { multiplier: 365 },
      description: 'All buckets in order, up to now.',
      resolve: ({ run }) => [...run.points],
    }),
    previous: t.field({
      type: [Point],
      nullable: true,
      complexity: { multiplier: 365 },
      description: 'The same for as many days right before; null without `compare`.',
      resolve: ({ before }) => (before ? [...before.points] : null),
    }),
    total: t.float({
      nullable: true,
      description:
        'The value over the whole period: counts added up, visitors counted once, rates and speed over everything in it; null where there is nothing to measure.',
      resolve: ({ run }) => run.total,
    }),
    previousTotal: t.float({
      nullable: true,
      description: 'The same of the period before; null without `compare`.',
      resolve: ({ before }) => before?.total ?? null,
    }),
  }),
});

builder.queryField('timeline', (t) =>
  t.field({
    type: Timeline,
    description:
      'A metric over time, read from daily and hourly sums: it costs the same however much was recorded. Events count in their own hour, sessions in that of their start.',
    args: {
      site: t.arg.id({ description: 'May be left out where there is only one.' }),
      metric: t.arg({ type: Metric, required: true, description: 'What to follow.' }),
      interval: t.arg({
        type: Interval,
        description: 'By default HOUR up to 2 days, else DAY.',
      }),
      page: t.arg.string({
        description: 'A route (`/product/:id`) or an address; sessions are those that saw it.',
      }),
      device: t.arg({ type: DeviceClass, description: 'Only this class.' }),
      days: t.arg.int({ defaultValue: 30, description: 'The last days, today included: 1–365.' }),
      from: t.arg({ type: 'DateTime', description: 'From this day on.' }),
      to: t.arg({ type: 'DateTime', description: 'Until this day, included.' }),
      compare: t.arg.boolean({
        defaultValue: false,
        description: 'With as many days right before.',
      }),
    },
    resolve: async (_root, args, context) => {
      const site = await requireSite(context, args.site);
      const now = Date.now();
      const range = makeDayRange(args, site.timeZone, now);
      const question: TimelineQuestion = {
        scope: {
          site: site.site,
          generation: site.generations[0] ?? 0,
          route: args.page ? routeOf(args.page, site.routes) : WHOLE_SITE,
          device: args.device ?? null,
        },
        metric: args.metric,
        interval: chooseInterval(args.interval, range),
        range,
        timeZone: site.timeZone,
      };
      const { db } = context.store;
      const run = await findTimeline(db, question, now);
      const earlier = { ...question, range: rangeBefore(range) };
      return { question, run, before: args.compare ? await findTimeline(db, earlier, now) : null };
    },
  }),
);
