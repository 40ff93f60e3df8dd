import { hasMouse } from '../people/has-mouse.ts';
import type { PageVisit } from '../session-summary/page-visits.ts';
import type { SessionDocument } from '../store/sessions.ts';
import { type PageSum, WHOLE_SITE } from './pages-collection.ts';

/** What one session adds to one page, or to the whole site. */
export type PageNumbers = { readonly route: string } & Readonly<
  Record<Exclude<PageSum, 'views' | 'clicks' | 'rageClicks' | 'deadClicks'>, number>
>;

/** A session's share in each page that it saw, and in the whole site. Whole numbers. */
export function readPageNumbers(session: SessionDocument): PageNumbers[] {
  const { pages } = session.summary;
  const routeOf = new Map(pages.map((visit, i) => [visit, session.routes[i] ?? WHOLE_SITE]));
  const byRoute = Map.groupBy(pages, (visit) => routeOf.get(visit) ?? WHOLE_SITE);
  return [
    sumVisits(WHOLE_SITE, session, pages),
    ...[...byRoute].map(([route, visits]) => sumVisits(route, session, visits)),
  ];
}

function sumVisits(
  route: string,
  session: SessionDocument,
  visits: readonly PageVisit[],
): PageNumbers {
  const mouse = hasMouse(session) ? 1 : 0;
  return {
    route,
    sessions: 1,
    mouseSessions: mouse,
    speed: mouse * Math.round(session.summary.avgSpeedPxPerSec * 1e6),
    visits: visits.length,
    timeMs: visits.reduce((sum, { durationMs }) => sum + Math.round(durationMs), 0),
    depth: visits.reduce((sum, visit) => sum + Math.round(visit.deepestScrollPercent * 100), 0),
  };
}
