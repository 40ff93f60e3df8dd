import { builder } from '../graphql/builder.ts';
import { requireSite } from '../sites/require-site.ts';
import { marks } from './marks-collection.ts';
import { readRowKey } from './row-key.ts';

builder.mutationField('markNotAProblem', (t) =>
  t.boolean({
    description:
      "Marks a row of frustration as not a problem, or takes that back. Numbers stay as they are. Gives whether it is marked now. The owner's alone.",
    authScopes: { manage: true },
    args: {
      site: t.arg.id({ description: 'May be left out where there is only one.' }),
      key: t.arg.string({ required: true, description: 'The `key` of the row.' }),
      marked: t.arg.boolean({ defaultValue: true, description: 'false takes the mark back.' }),
    },
    resolve: async (_root, { site: named, key, marked }, context) => {
      const { site } = await requireSite(context, named);
      const row = { site, ...readRowKey(key) };
      const { db } = context.store;
      if (marked === false) await marks.in(db).deleteOne(row);
      else {
        const markedAt = { $setOnInsert: { markedAt: new Date() } };
        await marks.in(db).updateOne(row, markedAt, { upsert: true });
      }
      return marked !== false;
    },
  }),
);
