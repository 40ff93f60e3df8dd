import { builder } from '../graphql/builder.ts';
import { requireSite } from '../sites/require-site.ts';
import { type FunnelChoice as Choice, findChoices } from './find-choices.ts';
import { labelStep } from './step.ts';
import { FunnelStepType } from './step-type.ts';

const FunnelChoice = builder.objectRef<Choice>('FunnelChoice').implement({
  description: 'A step that a funnel of the site can have.',
  fields: (t) => ({
    step: t.field({
      type: FunnelStepType,
      description: 'The step, with the page on which it happens.',
      resolve: (choice) => choice,
    }),
    sessions: t.exposeInt('sessions', {
      description: 'In how many of the newest 2,000 sessions it happened.',
    }),
  }),
});

builder.queryField('funnelChoices', (t) =>
  t.field({
    type: [FunnelChoice],
    complexity: { field: 10, multiplier: 600 },
    description:
      'What steps a site has to offer: pages, clicked elements and custom events of its newest 2,000 sessions; of each kind the 200 most frequent, optionally those whose label holds a text.',
    args: {
      site: t.arg.id({ description: 'May be left out where there is only one.' }),
      search: t.arg.string({ description: 'Only those whose label holds this, in any case.' }),
    },
    resolve: async (_root, { site, search }, context) => {
      const choices = await findChoices(context.store.db, (await requireSite(context, site)).site);
      const wanted = (search ?? '').trim().toLowerCase();
      return wanted
        ? choices.filter((one) => labelStep(one).toLowerCase().includes(wanted))
        : choices;
    },
  }),
);
