import { builder } from '../graphql/builder.ts';
import { cacheUntilCommit } from '../people/commit-cache.ts';
import { requireSite } from '../sites/require-site.ts';
import { sites } from '../store/sites.ts';
import { followRows, type RowsChange } from './follow-rage-areas.ts';
import { elementQueryOf } from './list-args.ts';
import { RageClickArea } from './rage-click-area-type.ts';
import { type RageClickArea as Area, findRageClickAreas } from './rage-click-areas.ts';

const mostFollowed = 100;

const RageClickAreasChange = builder.objectRef<RowsChange<Area>>('RageClickAreasChange').implement({
  description: 'Rage-click areas that are new or have other numbers than a moment ago.',
  fields: (t) => ({
    areas: t.field({
      type: [RageClickArea],
      complexity: { multiplier: 20 },
      description: 'These areas as they are now. None: an area has gone (a verdict was revised).',
      resolve: ({ areas }) => [...areas],
    }),
    at: t.expose('at', { type: 'DateTime', description: 'When that was found.' }),
  }),
});

builder.subscriptionField('rageClickAreasChanged', (t) =>
  t.field({
    type: RageClickAreasChange,
    complexity: 10,
    description:
      'Changes in the 100 worst rage-click areas of the last 30 days, at most one message a second.',
    args: { site: t.arg.id({ description: 'May be left out where there is only one.' }) },
    subscribe: async (_root, args, context) => {
      const { site } = await requireSite(context, args.site);
      const { db } = context.store;
      // Each look asks anew: days pass, and a rebuild changes the generation. Subscribers share what is found.
      const look = async () => {
        const current = await sites.in(db).findOne({ site });
        if (!current) return [];
        const query = elementQueryOf(current, 'rage', {});
        const key = `rage ${JSON.stringify(query)}`;
        return cacheUntilCommit(db, key, () => findRageClickAreas(db, query, mostFollowed));
      };
      return followRows(context.live.watchSite(site), look);
    },
    resolve: (change: RowsChange<Area>) => change,
  }),
);
