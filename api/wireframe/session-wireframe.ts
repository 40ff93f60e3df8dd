import { builder } from '../graphql/builder.ts';
import { Session } from '../session/session-type.ts';
import type { Store } from '../store/open-store.ts';
import type { SessionDocument } from '../store/sessions.ts';
import { findPageWireframe, findViewWireframe } from './find-wireframe.ts';
import type { Wireframe as Shape } from './wireframe.ts';
import { Wireframe } from './wireframe-type.ts';

builder.objectField(Session, 'wireframe', (t) =>
  t.field({
    type: Wireframe,
    nullable: true,
    complexity: 20,
    description:
      'The shape of the page in one of its page views: as it was in that view, or else as another visit told it last by then, in a window of about that width; null where none did.',
    args: { view: t.arg.id({ required: true, description: 'The page view (`pages.viewId`).' }) },
    resolve: (session, { view }, { store }) => findVisitWireframe(store, session, view),
  }),
);

async function findVisitWireframe(
  store: Store,
  { site, session, summary, routes }: SessionDocument,
  view: string,
): Promise<Shape | null> {
  const at = summary.pages.findIndex((page) => page.view === view);
  const page = summary.pages[at];
  const route = routes[at];
  if (!page || route === undefined) return null;
  const own = await findViewWireframe(store, { site, session, view });
  if (own) return own;
  const before = new Date(page.leftAt);
  return findPageWireframe(store, { site, route, width: page.viewportWidth, before });
}
