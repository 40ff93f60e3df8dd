import { builder } from '../graphql/builder.ts';
import { TokenRole } from '../tokens/token-type.ts';
import type { Viewer as Asking } from './viewer.ts';

const Viewer = builder.objectRef<Asking>('Viewer').implement({
  description: 'Who asks, as the API sees it.',
  fields: (t) => ({
    role: t.field({
      type: TokenRole,
      description: 'What the one who asks may do: what an owner alone may is refused to a reader.',
      resolve: ({ role }) => (role === 'owner' ? 'OWNER' : 'READER'),
    }),
  }),
});

builder.queryField('viewer', (t) =>
  t.field({
    type: Viewer,
    description:
      'Who asks. Local mode has nobody but the owner; else it is whose token was sent along.',
    resolve: (_root, _args, { viewer }) => viewer,
  }),
);
