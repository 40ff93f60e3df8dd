import { Element } from '../events/element-type.ts';
import { builder } from '../graphql/builder.ts';
import { MovementPattern } from '../session/session-numbers.ts';
import { cacheUntilCommit } from './commit-cache.ts';
import {
  findMouseStatistics,
  type MouseStatistics as Statistics,
} from './find-mouse-statistics.ts';
import type { ClickedElement as Clicked } from './most-clicked.ts';
import type { PatternShare as Share } from './mouse-statistics.ts';
import { makePersonQuery } from './person-args.ts';

const ClickedElement = builder.objectRef<Clicked>('ClickedElement').implement({
  description: 'An element of a page and how often it was clicked.',
  fields: (t) => ({
    page: t.exposeString('page', { description: "The page's route." }),
    element: t.field({
      type: Element,
      description: 'As it was when clicked last.',
      resolve: ({ element }) => element,
    }),
    clicks: t.exposeInt('clicks', { description: 'Clicks on it.' }),
  }),
});

const patterns = {
  linear: 'LINEAR',
  circular: 'CIRCULAR',
  erratic: 'ERRATIC',
  precise: 'PRECISE',
} as const;

const PatternShare = builder.objectRef<Share>('PatternShare').implement({
  description: 'How many sessions moved in one pattern.',
  fields: (t) => ({
    pattern: t.field({
      type: MovementPattern,
      nullable: true,
      description: 'Null: too little movement to tell.',
      resolve: ({ pattern }) => pattern && patterns[pattern],
    }),
    sessions: t.exposeInt('sessions', { description: 'Sessions of that pattern.' }),
  }),
});

const MouseStatistics = builder.objectRef<Statistics>('MouseStatistics').implement({
  description:
    "Pointer numbers over the sessions that started on the days asked for: one person's, or everybody's.",
  fields: (t) => ({
    totalSessions: t.exposeInt('totalSessions', { description: 'Sessions, touch-only ones too.' }),
    avgDistancePerSession: t.exposeFloat('avgDistancePerSession', {
      description: 'Mean distance that the pointer travelled, CSS px; over sessions with a mouse.',
    }),
    avgSpeedPxPerSec: t.exposeFloat('avgSpeedPxPerSec', {
      description: "Mean of the sessions' average speeds, px/s; over sessions with a mouse.",
    }),
    totalClicks: t.exposeInt('totalClicks', { description: 'Clicks of any kind.' }),
    rageClickRate: t.exposeFloat('rageClickRate', {
      description: 'Rage clicks, % of clicks (0..100); 0 where there are none.',
    }),
    deadClickRate: t.exposeFloat('deadClickRate', {
      description: 'Dead clicks, % of clicks (0..100); 0 where there are none.',
    }),
    mostClickedElements: t.field({
      type: [ClickedElement],
      description: 'The ten elements clicked most, the most first.',
      resolve: ({ mostClickedElements }) => [...mostClickedElements],
    }),
    movementPatterns: t.field({
      type: [PatternShare],
      complexity: { multiplier: 5 },
      description: 'Sessions by movement pattern; all patterns are listed, also those without any.',
      resolve: ({ movementPatterns }) => [...movementPatterns],
    }),
  }),
});

builder.queryField('mouseStatistics', (t) =>
  t.field({
    type: MouseStatistics,
    complexity: 20,
    description:
      "Statistics of everybody, read from daily sums, or of one person, read from that person's sessions. Kept until anything new is committed.",
    args: {
      site: t.arg.id({ description: 'May be left out where there is only one.' }),
      user: t.arg.string({ description: 'Only of this identified user, or visitor (`userId`).' }),
      visitor: t.arg.string({ description: 'Only of this anonymous visitor.' }),
      days: t.arg.int({ defaultValue: 30, description: 'The last days, today included: 1–365.' }),
      from: t.arg({ type: 'DateTime', description: 'From this day on (instead of `days`).' }),
      to: t.arg({ type: 'DateTime', description: 'Until this day, included.' }),
    },
    resolve: async (_root, args, context) => {
      const query = await makePersonQuery(context, args);
      const { db } = context.store;
      return cacheUntilCommit(db, `statistics ${query.key}`, () => findMouseStatistics(db, query));
    },
  }),
);
