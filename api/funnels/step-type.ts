import { builder } from '../graphql/builder.ts';
import type { EntryKind } from '../sequences/entry-name.ts';
import { type FunnelStep, labelStep } from './step.ts';

/** The same names in the schema as in `StepInput`. */
export const StepKind = builder.enumType('FunnelStepKind', {
  description: 'What a step is.',
  values: {
    PAGE: { value: 'page', description: 'A page view.' },
    CLICK: { value: 'click', description: 'A click on an element.' },
    EVENT: { value: 'event', description: 'A custom event.' },
  } satisfies Record<string, { value: EntryKind; description: string }>,
});

export const FunnelStepType = builder.objectRef<FunnelStep>('FunnelStep').implement({
  description: 'A step of a funnel, as it was asked for.',
  fields: (t) => ({
    kind: t.expose('kind', { type: StepKind, description: 'What it is.' }),
    label: t.string({ description: 'What to show.', resolve: labelStep }),
    page: t.exposeString('page', {
      nullable: true,
      description: 'The page, or pattern of pages; null: on any.',
    }),
    element: t.string({
      nullable: true,
      description: 'The element of a click.',
      resolve: ({ kind, subject }) => (kind === 'click' ? subject : null),
    }),
    event: t.string({
      nullable: true,
      description: 'The name of a custom event.',
      resolve: ({ kind, subject }) => (kind === 'event' ? subject : null),
    }),
  }),
});
