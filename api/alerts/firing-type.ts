import { builder } from '../graphql/builder.ts';
import { makeGlobalId } from '../graphql/global-id.ts';
import { requireSite } from '../sites/require-site.ts';
import { alertFirings, type FiringDocument } from './alerts-collection.ts';

const Delivery = builder.enumType('AlertDelivery', {
  description: 'What became of the call.',
  values: {
    PENDING: { description: 'It is to be made, or tried again.' },
    DELIVERED: { description: 'The receiver answered with a 2xx.' },
    FAILED: { description: 'Every try failed.' },
    SILENCED: { description: 'The alert was silenced: no call.' },
  } as const,
});

export const AlertFiring = builder.objectRef<FiringDocument>('AlertFiring').implement({
  description: 'One time that an alert went off.',
  fields: (t) => ({
    id: t.exposeID('firing', { description: 'Also the header `Trailgraph-Delivery` of its call.' }),
    alertId: t.id({
      description: "The alert's global id; the alert may be gone.",
      resolve: ({ site, alert }) => makeGlobalId('Alert', `${site}/${alert}`),
    }),
    alertName: t.exposeString('alertName', { description: 'What the alert was called then.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When it went off.' }),
    endedAt: t.expose('endedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the rule held no longer; null while it does.',
    }),
    message: t.exposeString('message', { description: 'Why, in words.' }),
    value: t.exposeFloat('value', { description: "In the metric's unit; minutes for SILENT." }),
    previous: t.exposeFloat('previous', {
      nullable: true,
      description: 'Of as much time before; null where there is nothing to compare with.',
    }),
    isTest: t.exposeBoolean('isTest', { description: 'From `testAlert`.' }),
    delivery: t.expose('delivery', { type: Delivery, description: 'What became of the call.' }),
    attempts: t.exposeInt('attempts', { description: 'Calls tried so far.' }),
    problem: t.exposeString('problem', {
      nullable: true,
      description: 'Why the last try failed; null where it did not.',
    }),
  }),
});

const mostFirings = 500;
const usualMs = 30 * 86_400_000;

builder.queryField('alertFirings', (t) =>
  t.field({
    type: [AlertFiring],
    complexity: { field: 5, multiplier: 50 },
    description: `What went off, newest first: the newest ${mostFirings}.`,
    args: {
      site: t.arg.id({ description: 'May be left out where there is only one.' }),
      from: t.arg({ type: 'DateTime', description: 'Then or later; else the last 30 days.' }),
      to: t.arg({ type: 'DateTime', description: 'Before.' }),
    },
    resolve: async (_root, args, context) => {
      const { site } = await requireSite(context, args.site);
      const to = args.to ?? new Date(Date.now() + 1);
      const from = args.from ?? new Date(to.getTime() - usualMs);
      return alertFirings
        .in(context.store.db)
        .find({ site, at: { $gte: from, $lt: to } })
        .sort({ at: -1 })
        .limit(mostFirings)
        .toArray();
    },
  }),
);
