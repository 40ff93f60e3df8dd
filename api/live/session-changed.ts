import { builder } from '../graphql/builder.ts';
import { Session } from '../session/session-type.ts';
import { requireSite } from '../sites/require-site.ts';
import type { SessionDocument } from '../store/sessions.ts';

builder.subscriptionField('sessionChanged', (t) =>
  t.field({
    type: Session,
    description: 'A session of the site began or changed; each at most four times a second.',
    args: { site: t.arg.id({ description: 'May be left out where there is only one.' }) },
    subscribe: async (_root, { site }, context) => {
      const { site: name } = await requireSite(context, site);
      return context.live.watchSite(name);
    },
    resolve: (session: SessionDocument) => session,
  }),
);
