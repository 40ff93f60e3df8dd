import { builder } from '../graphql/builder.ts';
import { readGlobalId } from '../graphql/global-id.ts';
import { batches } from '../store/batches.ts';
import type { SiteDocument } from '../store/sites.ts';

export const RageRule = builder.enumType('RageRule', {
  description: 'When quick repeated clicks count as rage.',
  values: {
    DEFAULT: { description: 'Bursts that got what they wanted (steppers, carousels) are let off.' },
    STRICT: { description: 'Every burst is rage.' },
  } as const,
});

export const rageRules = { DEFAULT: 'default', STRICT: 'strict' } as const;

export const Site = builder.objectRef<SiteDocument>('Site');
builder.node(Site, {
  description: 'A website that is recorded, and what its owner decided.',
  id: { resolve: ({ site }) => site, description: 'Unique over all types.' },
  loadOne: async (id, context) =>
    (await context.findSites()).find(({ site }) => site === id) ?? null,
  fields: (t) => ({
    siteId: t.string({
      description: "The site's own id: `data-site` of its script tag.",
      resolve: ({ site }) => site,
    }),
    name: t.exposeString('name', { description: 'What people call it.' }),
    timeZone: t.exposeString('timeZone', {
      description: 'IANA name, fixed at creation: days begin at its midnight.',
    }),
    rageRule: t.field({
      type: RageRule,
      description: 'When quick repeated clicks count as rage.',
      resolve: ({ rageRule }) => (rageRule === 'strict' ? 'STRICT' : 'DEFAULT'),
    }),
    deadClickMs: t.exposeInt('deadClickMs', {
      description: 'How long nothing may happen until a click is dead, in milliseconds.',
    }),
    origins: t.exposeStringList('origins', {
      description: 'Origins whose pages may send (`https://shop.example`); empty: any.',
    }),
    keptParameters: t.exposeStringList('keptParameters', {
      description: 'Query parameters that are kept in addresses; all others are dropped.',
    }),
    routes: t.exposeStringList('routes', {
      description: 'Route patterns (`/product/:id`, `/help/*`), tried before the general rules.',
    }),
    excludedAddresses: t.exposeStringList('excludedAddresses', {
      description: 'IP addresses or CIDR ranges whose visitors are not recorded.',
    }),
    retentionDays: t.exposeInt('retentionDays', {
      description: 'How long everything of the site is kept, in days.',
    }),
    visitorBatchesPerMinute: t.exposeInt('visitorBatchesPerMinute', {
      description: 'Batches a minute that one visitor may send.',
    }),
    siteBatchesPerMinute: t.exposeInt('siteBatchesPerMinute', {
      description: 'Batches a minute that the whole site may send.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was created.' }),
    lastEventAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When the last batch came; null before the first.',
      resolve: async ({ site }, _args, { store }) => {
        const newest = await batches
          .in(store.db)
          .findOne({ site }, { sort: { receivedAt: -1 }, projection: { receivedAt: 1 } });
        return newest?.receivedAt ?? null;
      },
    }),
  }),
});

builder.queryField('sites', (t) =>
  t.field({
    type: [Site],
    description: 'The sites that you may see, by id.',
    resolve: (_root, _args, context) => context.findSites(),
  }),
);

builder.queryField('site', (t) =>
  t.field({
    type: Site,
    nullable: true,
    description: 'One site by its id; without one, the only site that you may see.',
    args: { id: t.arg.id({ description: 'Its `siteId` or global id.' }) },
    resolve: async (_root, { id }, context) => {
      const visible = await context.findSites();
      if (!id) return visible.length === 1 ? (visible[0] ?? null) : null;
      const name = readGlobalId('Site', id);
      return visible.find(({ site }) => site === name) ?? null;
    },
  }),
);
