import { builder } from '../graphql/builder.ts';
import { requireSite } from '../sites/require-site.ts';
import { Metric } from '../timeline/timeline-type.ts';
import { type AlertDocument, alerts } from './alerts-collection.ts';

export const AlertRuleType = builder.enumType('AlertRule', {
  description: 'When an alert goes off.',
  values: {
    ABOVE: { description: 'The metric is above the threshold.' },
    BELOW: { description: 'The metric is below the threshold, over full hours.' },
    RISEN: {
      description:
        'The metric is `threshold` times that of as much time before, or more: 2 for doubled.',
    },
    SILENT: {
      description: 'Nothing came from the site, or no view of the page, for `threshold` minutes.',
    },
  } as const,
});

export const Alert = builder.objectRef<AlertDocument>('Alert');
builder.node(Alert, {
  description: 'A rule that calls a webhook when it comes to hold.',
  id: { resolve: ({ site, alert }) => `${site}/${alert}`, description: 'Unique over all types.' },
  loadOne: async (id, { findSites, store }) => {
    const [site = '', alert = ''] = id.split('/');
    if (!(await findSites()).some((one) => one.site === site)) return null;
    return alerts.in(store.db).findOne({ site, alert });
  },
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What people call it.' }),
    rule: t.expose('rule', { type: AlertRuleType, description: 'When it goes off.' }),
    metric: t.expose('metric', { type: Metric, description: 'What is followed; not by SILENT.' }),
    threshold: t.exposeFloat('threshold', {
      description: "In the metric's unit; for RISEN a factor, for SILENT minutes.",
    }),
    windowHours: t.exposeInt('windowHours', { description: 'Hours that are looked at together.' }),
    minCount: t.exposeInt('minCount', {
      description: 'Rates, speeds and rises over fewer clicks or sessions say nothing.',
    }),
    page: t.exposeString('route', {
      nullable: true,
      description: 'A page, by its route; null: the whole site.',
    }),
    webhookUrl: t.string({
      nullable: true,
      description: "Where it calls; for the owner's eyes alone, else null.",
      resolve: ({ webhookUrl }, _args, { viewer }) => (viewer.role === 'owner' ? webhookUrl : null),
    }),
    silencedUntil: t.expose('silencedUntil', {
      type: 'DateTime',
      nullable: true,
      description: 'Until then nobody is called; null: never silenced.',
    }),
    isFiring: t.boolean({
      description: 'The rule holds now.',
      resolve: ({ firing }) => firing !== null,
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
  }),
});

builder.queryField('alerts', (t) =>
  t.field({
    type: [Alert],
    description: 'The alerts of a site, oldest first.',
    args: { site: t.arg.id({ description: 'May be left out where there is only one.' }) },
    resolve: async (_root, args, context) => {
      const { site } = await requireSite(context, args.site);
      return alerts.in(context.store.db).find({ site }).sort({ createdAt: 1 }).toArray();
    },
  }),
);
