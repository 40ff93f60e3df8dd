import type { FactNode } from '../events/event-node.ts';
import { Event } from '../events/event-type.ts';
import type { FormFieldUse } from '../fold/fact.ts';
import { builder } from '../graphql/builder.ts';

const FormFieldUseType = builder.objectRef<FormFieldUse>('FormFieldUse').implement({
  description: 'One field in one use of its form: never what was filled in.',
  fields: (t) => ({
    name: t.exposeString('field', { description: 'Its name or id.' }),
    type: t.exposeString('fieldType', {
      description: 'An input’s type, `textarea`, `select-one`, `editable`, …',
    }),
    visits: t.exposeInt('visits', { description: 'How often it had the focus.' }),
    timeMs: t.exposeInt('timeMs', { description: 'How long, milliseconds.' }),
    hesitationMs: t.int({
      nullable: true,
      description:
        'From focus to the first input, on average, milliseconds; null where nothing was filled in.',
      resolve: ({ hesitationMs, hesitations }) =>
        hesitations > 0 ? Math.round(hesitationMs / hesitations) : null,
    }),
    changes: t.exposeInt('changes', { description: 'Changes that were committed.' }),
    corrections: t.exposeInt('corrections', { description: 'Runs of deleting.' }),
    refills: t.exposeInt('refills', { description: 'Visits in which it was filled in again.' }),
    isBlank: t.exposeBoolean('isBlank', {
      description: 'It was blank at the last submission, or attempt at one.',
    }),
  }),
});

builder.objectRef<FactNode<'form'>>('FormEvent').implement({
  description: 'The use of one form in a page view, from its first focus on: never a value.',
  interfaces: [Event],
  fields: (t) => ({
    form: t.string({
      nullable: true,
      description: 'Its name or id; null for the fields outside forms.',
      resolve: ({ what }) => what.form || null,
    }),
    isSubmitted: t.boolean({
      description: 'It was submitted; not so far, where the visitor is still at it.',
      resolve: ({ what }) => what.submits > 0,
    }),
    refusals: t.int({
      description: 'Submissions tried while fields were invalid.',
      resolve: ({ what }) => what.refusals,
    }),
    lastField: t.string({
      nullable: true,
      description:
        'The field visited last: where the visitor left from, if it was not submitted. Null before the first one was left.',
      resolve: ({ what }) => (what.last === null ? null : (what.fields[what.last]?.field ?? null)),
    }),
    fields: t.field({
      type: [FormFieldUseType],
      description: 'All its fields in their order, at most 100.',
      resolve: ({ what }) => [...what.fields],
    }),
  }),
});
