import { builder } from '../graphql/builder.ts';
import { readGlobalId } from '../graphql/global-id.ts';
import { requireSite } from '../sites/require-site.ts';
import {
  FunnelOrderType,
  FunnelStepInput,
  readSteps,
  readWindow,
  type StepInput,
} from './funnel-args.ts';
import { funnels, type SavedFunnelDocument } from './funnels-collection.ts';
import { deleteFunnel, findSavedFunnels, saveFunnel } from './saved-funnels.ts';
import type { FunnelOrder } from './step.ts';
import { FunnelStepType } from './step-type.ts';

export const SavedFunnel = builder.objectRef<SavedFunnelDocument>('SavedFunnel');
builder.node(SavedFunnel, {
  description: 'A funnel kept under a name, to be asked again.',
  id: { resolve: ({ site, funnel }) => `${site}/${funnel}`, description: 'Unique over all types.' },
  loadOne: async (id, { findSites, store }) => {
    const { site, funnel } = parse(id);
    if (!(await findSites()).some((one) => one.site === site)) return null;
    return funnels.in(store.db).findOne({ site, funnel });
  },
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What people call it.' }),
    steps: t.field({
      type: [FunnelStepType],
      description: 'Its steps.',
      resolve: ({ steps }) => steps,
    }),
    order: t.expose('order', { type: FunnelOrderType, description: 'How they follow.' }),
    windowMinutes: t.exposeInt('windowMinutes', {
      nullable: true,
      description: 'From the first step to the last at most, minutes; null: within the period.',
    }),
    savedAt: t.expose('savedAt', { type: 'DateTime', description: 'When it was last saved.' }),
  }),
});

interface FunnelInput {
  readonly name: string;
  readonly steps: readonly StepInput[];
  readonly order?: FunnelOrder | null | undefined;
  readonly windowMinutes?: number | null | undefined;
}

const SaveFunnelInput = builder.inputRef<FunnelInput>('SaveFunnelInput').implement({
  description: 'A funnel to keep.',
  fields: (t) => ({
    name: t.string({ required: true, description: '1–200 characters.' }),
    steps: t.field({ type: [FunnelStepInput], required: true, description: '2 to 10 steps.' }),
    order: t.field({ type: FunnelOrderType, description: 'ORDERED unless told.' }),
    windowMinutes: t.int({ description: '1 minute to a year; without it: within the period.' }),
  }),
});

builder.queryField('funnels', (t) =>
  t.field({
    type: [SavedFunnel],
    description: 'The saved funnels of a site, by name; at most 200.',
    args: { site: t.arg.id({ description: 'May be left out where there is only one.' }) },
    resolve: async (_root, { site }, context) =>
      findSavedFunnels(context.store, (await requireSite(context, site)).site),
  }),
);

builder.mutationField('saveFunnel', (t) =>
  t.field({
    type: SavedFunnel,
    description: "Keeps a funnel under a name. The owner's alone.",
    authScopes: { manage: true },
    args: {
      site: t.arg.id({ description: 'May be left out where there is only one.' }),
      id: t.arg.id({ description: 'Of a saved funnel that this one replaces.' }),
      input: t.arg({
        type: SaveFunnelInput,
        required: true,
        description: 'What the funnel is from now on.',
      }),
    },
    resolve: async (_root, { site, id, input }, context) => {
      const { site: name } = await requireSite(context, site);
      const kept = {
        site: name,
        name: input.name,
        steps: readSteps(input.steps),
        order: input.order ?? 'ORDERED',
        windowMinutes: readWindow(input.windowMinutes),
      };
      return saveFunnel(
        context.store,
        kept,
        id ? parse(readGlobalId('SavedFunnel', id)).funnel : null,
      );
    },
  }),
);

builder.mutationField('deleteFunnel', (t) =>
  t.boolean({
    description: "Deletes a saved funnel; false where there was none. The owner's alone.",
    authScopes: { manage: true },
    args: { id: t.arg.id({ required: true, description: 'Its global id.' }) },
    resolve: (_root, { id }, { store }) => {
      const { site, funnel } = parse(readGlobalId('SavedFunnel', id));
      return deleteFunnel(store, site, funnel);
    },
  }),
);

function parse(id: string): { readonly site: string; readonly funnel: string } {
  const slash = id.lastIndexOf('/');
  return { site: id.slice(0, Math.max(0, slash)), funnel: id.slice(slash + 1) };
}
