import type { PatternIndicators as Indicators } from '../../schema/rules/pattern-indicators.ts';
import type { VisitorPattern } from '../../schema/rules/visitor-pattern.ts';
import { builder } from '../graphql/builder.ts';
import { cacheUntilCommit } from './commit-cache.ts';
import { findMousePattern } from './find-mouse-statistics.ts';
import type { MousePattern as Pattern } from './mouse-pattern.ts';
import { makePersonQuery } from './person-args.ts';

const PatternType = builder.enumType('PatternType', {
  description: 'How somebody uses the pointer: the first rule that holds.',
  values: {
    POWER_USER: {
      value: 'power-user',
      description: 'Precision > 70, rage < 5 and efficiency > 60. Confidence 0.8.',
    },
    EXPLORER: {
      value: 'explorer',
      description: 'Average distance > 50,000 px and precision > 50. Confidence 0.7.',
    },
    HESITANT: {
      value: 'hesitant',
      description: 'Hesitation > 50 and efficiency < 40. Confidence 0.7.',
    },
    FRUSTRATED: {
      value: 'frustrated',
      description: 'Rage > 20, or average dead-click rate > 10 %. Confidence 0.8.',
    },
    NORMAL: { value: 'normal', description: 'None of these. Confidence 0.5.' },
    UNKNOWN: { value: 'unknown', description: 'There is no session. Confidence 0.' },
  } satisfies Record<string, { value: VisitorPattern; description: string }>,
});

const PatternIndicators = builder.objectRef<Indicators>('PatternIndicators').implement({
  description:
    'What the pattern is decided by. Mouse averages leave touch-only sessions out: those have no mouse numbers.',
  fields: (t) => ({
    clickPrecision: t.exposeFloat('clickPrecision', {
      nullable: true,
      description:
        "100 − min((sd x + sd y) / 2, 100), sample standard deviations in px of the clicks' offsets from the middle of the element clicked (0..100). Null below 5 clicks: then it fulfils no condition.",
    }),
    movementEfficiency: t.exposeFloat('movementEfficiency', {
      description: 'min(average distance / 10,000 px × 100, 100) (0..100).',
    }),
    rageClickFrequency: t.exposeFloat('rageClickFrequency', {
      description: 'Average over sessions with clicks of rage clicks / clicks × 100 (0..100).',
    }),
    hesitationFrequency: t.exposeFloat('hesitationFrequency', {
      description: 'min(average hesitations × 10, 100) (0..100).',
    }),
    deadClickRate: t.float({
      description:
        'Average over sessions with clicks of dead clicks / clicks × 100 (0..100); more than 10 is frustrating.',
      resolve: ({ avgDeadClickRatio }) => avgDeadClickRatio * 100,
    }),
    avgDistancePx: t.exposeFloat('avgDistancePx', {
      description: 'Mean distance that the pointer travelled in a session, CSS px.',
    }),
    pathEfficiency: t.exposeFloat('pathEfficiency', {
      nullable: true,
      description:
        'Straight-line distance ÷ distance travelled, mean over all movements (0..1); null without any. What people mean by efficiency.',
    }),
    sessions: t.exposeInt('sessions', { description: 'Sessions that it is computed from.' }),
  }),
});

const MousePattern = builder.objectRef<Pattern>('MousePattern').implement({
  description: 'How somebody, or everybody, uses the pointer, and how sure that is.',
  fields: (t) => ({
    patternType: t.field({
      type: PatternType,
      description: 'The first rule that holds.',
      resolve: ({ pattern }) => pattern,
    }),
    confidence: t.exposeFloat('confidence', { description: 'Fixed by the rule (0..1).' }),
    indicators: t.field({
      type: PatternIndicators,
      description: 'What it was decided by.',
      resolve: ({ indicators }) => indicators,
    }),
  }),
});

builder.queryField('mousePattern', (t) =>
  t.field({
    type: MousePattern,
    complexity: 20,
    description:
      'The mouse pattern over the sessions that started on the days asked for: of one person, or of everybody. Kept until anything new is committed.',
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
      return cacheUntilCommit(db, `pattern ${query.key}`, () => findMousePattern(db, query));
    },
  }),
);
