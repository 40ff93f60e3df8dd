import { builder } from '../graphql/builder.ts';
import { Problem } from '../graphql/problem.ts';
import { requireSite } from '../sites/require-site.ts';
import type { Person, ErasureReport as Report } from './delete-visitor.ts';

interface CollectionCount {
  readonly collection: string;
  readonly documents: number;
}

const CollectionCount = builder.objectRef<CollectionCount>('CollectionCount').implement({
  description: 'A number of stored documents.',
  fields: (t) => ({
    collection: t.exposeString('collection', { description: "The MongoDB collection's name." }),
    documents: t.exposeInt('documents', { description: 'How many.' }),
  }),
});

const ErasureReport = builder.objectRef<Report>('ErasureReport').implement({
  description: 'What became of a person who was to be erased.',
  fields: (t) => ({
    visitors: t.exposeInt('visitors', {
      description: 'How many visitors (browsers) that person was. Each is refused from now on.',
    }),
    removed: t.field({
      type: [CollectionCount],
      description:
        'Documents that went. Sums that others are part of too stay, less what this person had added.',
      resolve: ({ removed }) => toCounts(removed),
    }),
    remaining: t.field({
      type: [CollectionCount],
      description: 'What was found of the person afterwards, in every collection: all zero.',
      resolve: ({ remaining }) => toCounts(remaining),
    }),
  }),
});

function toCounts(counts: ReadonlyMap<string, number>): CollectionCount[] {
  return [...counts].map(([collection, documents]) => ({ collection, documents }));
}

builder.mutationField('deleteVisitor', (t) =>
  t.field({
    type: ErasureReport,
    description:
      "Erases a person for good: everything that was recorded of them, and their part of every number. Batches of theirs that come later are dropped. It may take some time; interrupted, it goes on by itself, and may be asked for again. The owner's alone.",
    authScopes: { manage: true },
    args: {
      site: t.arg.id({ description: 'May be left out where there is only one.' }),
      visitor: t.arg.string({ description: 'The visitor: one browser.' }),
      user: t.arg.string({
        description:
          'The identified user: every visitor who was ever identified as this user goes, with all of their sessions.',
      }),
    },
    resolve: async (_root, { site, visitor, user }, context) =>
      context.erase(await requireSite(context, site), readPerson(visitor, user)),
  }),
);

function readPerson(visitor: string | null | undefined, user: string | null | undefined): Person {
  if (visitor && !user) return { visitor };
  if (user && !visitor) return { user };
  throw new Problem('BAD_USER_INPUT', 'Say who: a visitor or a user.');
}
