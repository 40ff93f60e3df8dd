import { builder } from '../graphql/builder.ts';
import { makeGlobalId } from '../graphql/global-id.ts';
import { type TokenDocument, tokens } from '../store/tokens.ts';

export const tokenRoles = { OWNER: 'owner', READER: 'reader' } as const;

export const TokenRole = builder.enumType('TokenRole', {
  description: 'What a token may do.',
  values: {
    OWNER: { description: 'Everything, on all sites.' },
    READER: { description: 'Read the sites named, and nothing else.' },
  },
});

export const AccessToken = builder.objectRef<TokenDocument>('AccessToken').implement({
  description: 'A token that lets someone in. The token itself is kept nowhere.',
  fields: (t) => ({
    id: t.id({
      description: 'Unique over all types.',
      resolve: ({ hash }) => makeGlobalId('AccessToken', hash),
    }),
    name: t.exposeString('name', { description: 'Whose it is, in words.' }),
    role: t.field({
      type: TokenRole,
      description: 'What it may do.',
      resolve: ({ role }) => (role === 'owner' ? 'OWNER' : 'READER'),
    }),
    sites: t.stringList({
      description: 'The sites that it may read, by `siteId`; none for an owner: all.',
      resolve: ({ sites }) => sites,
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
  }),
});

builder.queryField('tokens', (t) =>
  t.field({
    type: [AccessToken],
    description: "Every token there is, the oldest first. The owner's alone.",
    authScopes: { manage: true },
    resolve: (_root, _args, { store }) =>
      tokens.in(store.db).find().sort({ createdAt: 1 }).toArray(),
  }),
);
