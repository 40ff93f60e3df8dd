import { builder } from '../graphql/builder.ts';
import { SessionConnection } from '../session/session-connection.ts';
import { Session } from '../session/session-type.ts';
import { findFormSessions } from './find-form-sessions.ts';
import type { FieldRow } from './find-forms.ts';

const FieldBond = builder.enumType('FormFieldSessions', {
  description: 'Which of a field’s sessions.',
  values: {
    LEFT: { value: 'left', description: 'It was the last field before the form was given up.' },
    BLANK: { value: 'blank', description: 'It was blank at the last submission or attempt.' },
    REFILLED: { value: 'refilled', description: 'It was filled in more than once.' },
  } as const,
});

const mean = (sum: number, count: number): number | null => (count > 0 ? sum / count : null);

export const FormField = builder.objectRef<FieldRow>('FormField').implement({
  description: 'A field of a form over the days asked for: how people got on with it.',
  fields: (t) => ({
    name: t.exposeString('field', { description: 'Its name or id.' }),
    type: t.exposeString('fieldType', {
      description: 'An input’s type, `textarea`, `select-one`, `editable`, …',
    }),
    reached: t.exposeInt('reached', { description: 'Uses of the form in which it had the focus.' }),
    visits: t.exposeInt('visits', { description: 'How often it had the focus.' }),
    avgTimeSeconds: t.float({
      nullable: true,
      description:
        'Mean time in it, all visits of one use together, in seconds; null if never reached.',
      resolve: ({ timeMs, reached }) => mean(timeMs / 1000, reached),
    }),
    avgHesitationMs: t.float({
      nullable: true,
      description: 'Mean time from focus to the first input, ms; null where nothing was filled in.',
      resolve: ({ hesitationMs, hesitations }) => mean(hesitationMs, hesitations),
    }),
    changes: t.exposeInt('changes', { description: 'Changes that were committed.' }),
    corrections: t.exposeInt('corrections', { description: 'Runs of deleting.' }),
    refills: t.exposeInt('refills', { description: 'Visits in which it was filled in again.' }),
    leftBlank: t.exposeInt('blank', {
      description:
        'Uses in which it was blank at the last submission, or attempt. A checkbox never is: that would tell its value.',
    }),
    leftHere: t.exposeInt('left', {
      description: 'Uses that were given up with this as the last field.',
    }),
    sessions: t.connection(
      {
        type: Session,
        complexity: (args) => ({ field: 10, multiplier: args.first ?? args.last ?? 20 }),
        description: 'The sessions behind a number, newest first.',
        args: { which: t.arg({ type: FieldBond, required: true, description: 'Which number.' }) },
        resolve: (row, { which, ...args }, { store }) =>
          findFormSessions(store.db, row.form, row, which, args),
      },
      SessionConnection,
    ),
  }),
});
