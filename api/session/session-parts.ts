import type { EventNode } from '../events/event-node.ts';
import { type Hover, HoverEvent } from '../events/hover-event-type.ts';
import { builder } from '../graphql/builder.ts';
import type { SessionDocument } from '../store/sessions.ts';
import { findTrail } from './find-trail.ts';
import { PageVisit } from './page-visit-type.ts';
import { Session } from './session-type.ts';
import { Trail } from './trail-type.ts';

builder.objectFields(Session, (t) => ({
  pages: t.field({
    type: [PageVisit],
    description: 'Its page views, by their start.',
    resolve: ({ summary, routes }) =>
      summary.pages.map((page, i) => ({ ...page, route: routes[i] ?? page.url })),
  }),
  hovers: t.field({
    type: [HoverEvent],
    description: 'Its hovers, those of one element of a page added up; by first hover.',
    resolve: listHovers,
  }),
  trail: t.field({
    type: Trail,
    description: 'All stored samples of its movement.',
    args: { view: t.arg.id({ description: 'Of one page view only.' }) },
    complexity: 50,
    resolve: (session, { view }, { store }) => findTrail(store.db, session, { view }),
  }),
}));

function listHovers({ site, session, visitor, summary }: SessionDocument): EventNode<Hover>[] {
  return summary.hovers.map((hover, i) => {
    const page = summary.pages.find(({ view }) => view === hover.view);
    return {
      site,
      session,
      visitor,
      view: hover.view,
      key: `hovers${i}`,
      type: 'HOVER',
      at: new Date((page?.enteredAt ?? summary.startedAt) + hover.firstMs),
      url: page?.url ?? hover.page,
      what: {
        kind: 'hover',
        element: hover.element,
        durationMs: hover.hoverDurationMs,
        count: hover.hoverCount,
        clicked: hover.didClick,
      },
    };
  });
}
