import { builder } from '../graphql/builder.ts';
import { readGlobalId } from '../graphql/global-id.ts';
import { requireSite } from '../sites/require-site.ts';
import { createToken, type NewToken, revokeToken } from './save-token.ts';
import { AccessToken, TokenRole, tokenRoles } from './token-type.ts';

const CreateTokenInput = builder.inputType('CreateTokenInput', {
  description: 'A new token.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'Whose it is, in words: 1–200 characters.' }),
    role: t.field({ type: TokenRole, required: true, description: 'What it may do.' }),
    sites: t.idList({ description: 'What a reader may read: one site at least.' }),
  }),
});

const CreatedToken = builder.objectRef<NewToken>('CreatedToken').implement({
  description: 'A token that was just made.',
  fields: (t) => ({
    token: t.field({
      type: AccessToken,
      description: 'What is kept of it.',
      resolve: ({ token }) => token,
    }),
    secret: t.exposeString('secret', {
      description: 'The token itself: it is told this once and never again.',
    }),
  }),
});

builder.mutationField('createToken', (t) =>
  t.field({
    type: CreatedToken,
    description: "Makes a token. The owner's alone.",
    authScopes: { manage: true },
    args: {
      input: t.arg({ type: CreateTokenInput, required: true, description: 'Whose, and for what.' }),
    },
    resolve: async (_root, { input }, context) => {
      const found = (input.sites ?? []).map((id) => requireSite(context, id));
      const sites = (await Promise.all(found)).map(({ site }) => site);
      return createToken(context.store, { ...input, role: tokenRoles[input.role], sites });
    },
  }),
);

builder.mutationField('revokeToken', (t) =>
  t.boolean({
    description:
      "Takes a token back: requests with it are refused at once, and what it subscribed to ends within seconds. false where there was none. The owner's alone.",
    authScopes: { manage: true },
    args: { id: t.arg.id({ required: true, description: 'Its global id.' }) },
    resolve: (_root, { id }, { store }) => revokeToken(store, readGlobalId('AccessToken', id)),
  }),
);
