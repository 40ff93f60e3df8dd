import { computeRate } from '../../schema/rules/rate.ts';
import { readLimit } from '../frustration/list-args.ts';
import { builder } from '../graphql/builder.ts';
import { SessionConnection } from '../session/session-connection.ts';
import { Session } from '../session/session-type.ts';
import { requireSite } from '../sites/require-site.ts';
import { routeOf } from '../sites/route.ts';
import { makeDayRange } from '../timeline/day-range.ts';
import { findFormSessions } from './find-form-sessions.ts';
import { type FormRow, findForms } from './find-forms.ts';
import { FormField } from './form-field-type.ts';

const FormBondType = builder.enumType('FormSessions', {
  description: 'Which of a form’s sessions.',
  values: {
    STARTED: { value: 'started', description: 'A field of it had the focus.' },
    SUBMITTED: { value: 'submitted', description: 'It was submitted.' },
    ABANDONED: { value: 'abandoned', description: 'It was started and not submitted.' },
  } as const,
});

const abandoned = ({ starts, submitted }: FormRow) => starts - submitted;

const Form = builder.objectRef<FormRow>('Form').implement({
  description:
    'A form of one page over the days asked for. The fields outside forms are one form without a name, which is never submitted.',
  fields: (t) => ({
    page: t.exposeString('route', { description: "The page's route." }),
    name: t.string({
      nullable: true,
      description: 'Its name or id; null for the fields outside forms.',
      resolve: ({ form }) => form || null,
    }),
    views: t.exposeInt('views', { description: 'Views of its page.' }),
    starts: t.exposeInt('starts', {
      description: 'Page views in which one of its fields had the focus.',
    }),
    submits: t.exposeInt('submitted', {
      description: 'Of those, the ones in which it was submitted, once or more.',
    }),
    abandonments: t.int({
      description: 'Of those, the others: people who are still at it count here until they submit.',
      resolve: abandoned,
    }),
    abandonmentRate: t.float({
      nullable: true,
      description: 'Abandonments, % of starts (0..100); null for the fields outside forms.',
      resolve: (form) => (form.form ? computeRate(abandoned(form), form.starts) : null),
    }),
    refusals: t.exposeInt('refusals', {
      description: 'Submissions tried while fields were invalid.',
    }),
    fields: t.field({
      type: [FormField],
      complexity: { multiplier: 20 },
      description: 'Its fields in their order on the page.',
      resolve: ({ fields }) => [...fields],
    }),
    dropOffField: t.field({
      type: FormField,
      nullable: true,
      description: 'The field that most people left from; null where nobody did.',
      resolve: ({ fields }) =>
        fields.reduce<(typeof fields)[number] | null>(
          (most, field) => (field.left > (most?.left ?? 0) ? field : most),
          null,
        ),
    }),
    sessions: t.connection(
      {
        type: Session,
        complexity: (args) => ({ field: 10, multiplier: args.first ?? args.last ?? 20 }),
        description: 'The sessions behind a number, newest first.',
        args: {
          which: t.arg({ type: FormBondType, required: true, description: 'Which number.' }),
        },
        resolve: (form, { which, ...args }, { store }) =>
          findFormSessions(store.db, form, { field: '', fieldType: '' }, which, args),
      },
      SessionConnection,
    ),
  }),
});

builder.queryField('forms', (t) =>
  t.field({
    type: [Form],
    complexity: (args) => ({ field: 10, multiplier: args.limit ?? 20 }),
    description:
      'How people get on with forms, the most used first: never what they filled in. Read from daily sums.',
    args: {
      site: t.arg.id({ description: 'May be left out where there is only one.' }),
      page: t.arg.string({
        description: 'A route (`/product/:id`) or an address; else all pages.',
      }),
      name: t.arg.string({
        description: 'Only forms of this name; an empty one is the fields outside forms.',
      }),
      limit: t.arg.int({ defaultValue: 20, description: 'Forms at most: 1–100.' }),
      days: t.arg.int({ defaultValue: 30, description: 'The last days, today included: 1–365.' }),
      from: t.arg({ type: 'DateTime', description: 'From this day on (instead of `days`).' }),
      to: t.arg({ type: 'DateTime', description: 'Until this day, included.' }),
    },
    resolve: async (_root, args, context) => {
      const limit = readLimit(args.limit);
      const { site, generations, routes, timeZone } = await requireSite(context, args.site);
      const query = {
        site,
        generation: generations[0] ?? 0,
        route: args.page ? routeOf(args.page, routes) : null,
        form: args.name ?? null,
        range: makeDayRange(args, timeZone, Date.now()),
      };
      return findForms(context.store.db, query, limit);
    },
  }),
);
