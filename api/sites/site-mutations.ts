import { builder } from '../graphql/builder.ts';
import { readGlobalId } from '../graphql/global-id.ts';
import { createSite, updateSite } from './save-site.ts';
import { RageRule, rageRules, Site } from './site-type.ts';

const CreateSiteInput = builder.inputType('CreateSiteInput', {
  description: 'A new site. What is left out takes its usual value.',
  fields: (t) => ({
    siteId: t.string({
      required: true,
      description: '1–64 letters, digits, dots, underscores or hyphens.',
    }),
    name: t.string({ description: 'What people call it; else its id.' }),
    timeZone: t.string({ description: 'IANA name, fixed from now on; else UTC.' }),
    rageRule: t.field({ type: RageRule, description: 'When clicks count as rage.' }),
    origins: t.stringList({ description: 'Origins whose pages may send; none: any.' }),
    keptParameters: t.stringList({ description: 'Query parameters that are kept.' }),
  }),
});

const UpdateSiteInput = builder.inputType('UpdateSiteInput', {
  description: 'What is left out stays as it is.',
  fields: (t) => ({
    name: t.string({ description: 'What people call it.' }),
    rageRule: t.field({
      type: RageRule,
      description: 'A change is applied to what is stored, in the background.',
    }),
    origins: t.stringList({ description: 'Origins whose pages may send; none: any.' }),
    keptParameters: t.stringList({ description: 'Query parameters that are kept from now on.' }),
    routes: t.stringList({
      description: 'Route patterns; a change is applied to what is stored, in the background.',
    }),
    excludedAddresses: t.stringList({ description: 'IP addresses or CIDR ranges left out.' }),
    deadClickMs: t.int({
      description:
        '500–60,000 milliseconds; a change is applied to what is stored, in the background.',
    }),
    retentionDays: t.int({ description: '1–3,650 days.' }),
    visitorBatchesPerMinute: t.int({ description: 'Batches a minute for one visitor.' }),
    siteBatchesPerMinute: t.int({ description: 'Batches a minute for the whole site.' }),
  }),
});

builder.mutationField('createSite', (t) =>
  t.field({
    type: Site,
    description: "Creates a site. The owner's alone.",
    authScopes: { manage: true },
    args: {
      input: t.arg({ type: CreateSiteInput, required: true, description: 'What the site is.' }),
    },
    resolve: (_root, { input }, { store }) =>
      createSite(store, { ...input, rageRule: input.rageRule && rageRules[input.rageRule] }),
  }),
);

builder.mutationField('updateSite', (t) =>
  t.field({
    type: Site,
    description: "Changes a site's settings. The owner's alone.",
    authScopes: { manage: true },
    args: {
      id: t.arg.id({ required: true, description: 'Its `siteId` or global id.' }),
      input: t.arg({
        type: UpdateSiteInput,
        required: true,
        description: 'What changes; what is left out stays as it is.',
      }),
    },
    resolve: async (_root, { id, input }, { store, refold }) => {
      const name = readGlobalId('Site', id);
      const rageRule = input.rageRule && rageRules[input.rageRule];
      const { site, rulesChanged } = await updateSite(store, name, { ...input, rageRule });
      if (rulesChanged) refold(name);
      return site;
    },
  }),
);
