import { builder } from '../graphql/builder.ts';
import { DeviceClass } from '../session/session-filter.ts';
import { requireSite } from '../sites/require-site.ts';
import { makeDayRange, rangeBefore } from '../timeline/day-range.ts';
import { DropOffConnection, FunnelDropOff, findDropOffs } from './drop-offs.ts';
import { type FunnelQuestion, findFunnel } from './find-funnel.ts';
import {
  FunnelBreakdownType,
  FunnelOrderType,
  FunnelStepInput,
  mostSteps,
  readSteps,
  readWindow,
} from './funnel-args.ts';
import {
  type FunnelNumbers,
  type GroupNumbers,
  mostDropOffs,
  mostGroups,
  type StepNumbers,
} from './funnel-numbers.ts';
import type { FunnelStep } from './step.ts';
import { FunnelStepType } from './step-type.ts';

interface Answer {
  readonly question: FunnelQuestion;
  readonly numbers: FunnelNumbers;
  readonly before: FunnelNumbers | null;
}

interface Stage extends StepNumbers {
  readonly site: string;
  readonly step: FunnelStep;
  readonly first: number;
  /** Visitors at the step before; those at the first for the first. */
  readonly previous: number;
}

const FunnelNext = builder
  .objectRef<{ readonly page: string | null; readonly visitors: number }>('FunnelNext')
  .implement({
    description: 'Where visitors went instead.',
    fields: (t) => ({
      page: t.exposeString('page', {
        nullable: true,
        description: 'Route of the next page in that session; null: it ended there.',
      }),
      visitors: t.exposeInt('visitors', { description: 'How many.' }),
    }),
  });

const FunnelStage = builder.objectRef<Stage>('FunnelStage').implement({
  description: 'How many came as far as a step.',
  fields: (t) => ({
    step: t.expose('step', { type: FunnelStepType, description: 'The step.' }),
    visitors: t.exposeInt('visitors', { description: 'Distinct visitors who reached it.' }),
    conversionPercent: t.float({
      nullable: true,
      description: 'Of those at the step before, 0..100; null where there were none.',
      resolve: ({ visitors, previous }) => share(visitors, previous),
    }),
    conversionFromFirstPercent: t.float({
      nullable: true,
      description: 'Of those at the first step, 0..100; null where there were none.',
      resolve: ({ visitors, first }) => share(visitors, first),
    }),
    medianMs: t.exposeFloat('medianMs', {
      nullable: true,
      description: 'Median time from the step before, ms; null for the first step.',
    }),
    medianFromFirstMs: t.exposeFloat('medianFromFirstMs', {
      nullable: true,
      description:
        'Median time from the first step (order ANY: from the first event of the run), ms.',
    }),
    dropped: t.exposeInt('dropped', {
      description: 'Visitors who reached this step and not the next; 0 for the last step.',
    }),
    next: t.field({
      type: [FunnelNext],
      description: 'Where those who dropped went next, the most first; 10 at most.',
      resolve: ({ next }) => [...next],
    }),
    dropOffs: t.connection(
      {
        type: FunnelDropOff,
        complexity: (args) => ({ field: 10, multiplier: args.first ?? args.last ?? 20 }),
        description: `Those who dropped, the newest first; the newest ${mostDropOffs.toLocaleString('en')} are listed.`,
        resolve: (stage, args, { findSession }) =>
          findDropOffs(stage, args, (session) => findSession(stage.site, session)),
      },
      DropOffConnection,
    ),
  }),
});

const FunnelGroup = builder.objectRef<GroupNumbers>('FunnelGroup').implement({
  description: 'The same funnel for some of its visitors.',
  fields: (t) => ({
    value: t.exposeString('value', {
      nullable: true,
      description: 'What they have in common; null: not known, or `isRest`.',
    }),
    isRest: t.exposeBoolean('isRest', { description: 'The rarer values, folded into one.' }),
    visitors: t.exposeIntList('visitors', { description: 'Distinct visitors at each step.' }),
    conversionPercent: t.float({
      nullable: true,
      description: 'At the last step, of those at the first, 0..100.',
      resolve: ({ visitors }) => share(visitors.at(-1) ?? 0, visitors[0] ?? 0),
    }),
    medianMs: t.exposeFloat('medianMs', {
      nullable: true,
      description: 'Median time to convert, of those who came through, ms.',
    }),
  }),
});

const Funnel = builder.objectRef<Answer>('Funnel').implement({
  description:
    'How many visitors came how far through some steps. Of a visitor counts the run that came furthest, then the first.',
  fields: (t) => ({
    stages: t.field({
      type: [FunnelStage],
      complexity: { multiplier: mostSteps },
      description: 'Step by step.',
      args: { number: t.arg.int({ description: 'Only this one, counted from 1.' }) },
      resolve: ({ question, numbers }, { number }) =>
        stagesOf(question, numbers).filter((_, i) => !number || i === number - 1),
    }),
    visitors: t.int({
      description: 'Distinct visitors who reached the first step.',
      resolve: ({ numbers }) => numbers.steps[0]?.visitors ?? 0,
    }),
    converted: t.int({
      description: 'Distinct visitors who reached the last step.',
      resolve: ({ numbers }) => numbers.steps.at(-1)?.visitors ?? 0,
    }),
    conversionPercent: t.float({
      nullable: true,
      description: 'Converted, of those at the first step, 0..100; null where there were none.',
      resolve: ({ numbers }) =>
        share(numbers.steps.at(-1)?.visitors ?? 0, numbers.steps[0]?.visitors ?? 0),
    }),
    medianMs: t.float({
      nullable: true,
      description: 'Median time to convert, from the first step to the last, ms.',
      resolve: ({ numbers }) => numbers.steps.at(-1)?.medianFromFirstMs ?? null,
    }),
    groups: t.field({
      type: [FunnelGroup],
      complexity: { multiplier: mostGroups },
      description: `By the breakdown, the most visitors first: ${mostGroups} values and the rest. Empty without one.`,
      resolve: ({ numbers }) => [...numbers.groups],
    }),
    previous: t.field({
      type: [FunnelStage],
      nullable: true,
      complexity: { multiplier: mostSteps },
      description: 'Step by step for as many days right before; null without `compare`.',
      resolve: ({ question, before }) => before && stagesOf(question, before),
    }),
  }),
});

function stagesOf({ site, steps }: FunnelQuestion, numbers: FunnelNumbers): Stage[] {
  const first = numbers.steps[0]?.visitors ?? 0;
  return numbers.steps.flatMap((stage, index) => {
    const step = steps[index];
    const previous = numbers.steps[index - 1]?.visitors ?? first;
    return step ? [{ ...stage, site: site.site, step, first, previous }] : [];
  });
}

function share(part: number, whole: number): number | null {
  return whole > 0 ? (part / whole) * 100 : null;
}

builder.queryField('funnel', (t) =>
  t.field({
    type: Funnel,
    complexity: 100,
    description:
      'How many visitors went through 2–10 steps: page views, clicks on elements, custom events. About sessions that started in the period; one pass over a few bytes a session, whatever the number of steps.',
    args: {
      site: t.arg.id({ description: 'May be left out where there is only one.' }),
      steps: t.arg({ type: [FunnelStepInput], required: true, description: '2 to 10 steps.' }),
      order: t.arg({
        type: FunnelOrderType,
        defaultValue: 'ORDERED',
        description: 'How they follow one another.',
      }),
      windowMinutes: t.arg.int({
        description:
          'From the first step to the last at most, in minutes, 1 to a year; without it: within the period.',
      }),
      device: t.arg({ type: DeviceClass, description: 'Only sessions on this class of device.' }),
      breakdown: t.arg({ type: FunnelBreakdownType, description: 'Split by this as well.' }),
      days: t.arg.int({ defaultValue: 30, description: 'The last days, today included: 1–365.' }),
      from: t.arg({ type: 'DateTime', description: 'From this day on (instead of `days`).' }),
      to: t.arg({ type: 'DateTime', description: 'Until this day, included.' }),
      compare: t.arg.boolean({
        defaultValue: false,
        description: 'With as many days right before.',
      }),
    },
    resolve: async (_root, args, context) => {
      const steps = readSteps(args.steps);
      const windowMinutes = readWindow(args.windowMinutes);
      const site = await requireSite(context, args.site);
      const range = makeDayRange(args, site.timeZone, Date.now());
      const question: FunnelQuestion = {
        site,
        range,
        device: args.device ?? null,
        steps,
        order: args.order ?? 'ORDERED',
        windowMinutes,
        breakdown: args.breakdown ?? null,
      };
      const { db } = context.store;
      const numbers = await findFunnel(db, question);
      const earlier = { ...question, range: rangeBefore(range) };
      return { question, numbers, before: args.compare ? await findFunnel(db, earlier) : null };
    },
  }),
);
