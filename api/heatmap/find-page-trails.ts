import type { Db } from 'mongodb';
import { findTrail, type Trail } from '../session/find-trail.ts';
import { batches } from '../store/batches.ts';
import { sessions } from '../store/sessions.ts';
import { views } from '../store/views.ts';
import { type HeatmapScope, isPageScope, type PageScope } from './heatmap-scope.ts';
import { exactReadingMs, findPageViews, momentsOf, type PageView, viewKey } from './page-views.ts';
import { onlyViews } from './trail-stretch.ts';

/** Sessions whose trails are drawn: beyond that a picture of lines shows nothing more. */
const usualTrails = 20;
const mostTrails = 100;
/** Views looked through for them: many have no movement. */
const viewsPerTrail = 10;

/** The trails of the latest sessions that moved on a page, each cut to its views there; or of the one session. */
export async function findPageTrails(db: Db, scope: HeatmapScope): Promise<Trail[]> {
  if (!isPageScope(scope)) return findOwnTrail(db, scope);
  const limit = scope.all ? mostTrails : usualTrails;
  const candidates = await findPageViews(db, scope, { limit: limit * viewsPerTrail });
  const bySession = Map.groupBy(await withMovement(db, scope, candidates), (view) => view.session);
  const chosen = [...bySession].slice(0, limit);
  const documents = await sessions
    .in(db)
    .find({ site: scope.site.site, session: { $in: chosen.map(([session]) => session) } })
    .toArray();
  const known = new Map(documents.map((document) => [document.session, document]));
  const trails = await Promise.all(
    chosen.map(async ([session, moved]) => {
      const document = known.get(session);
      if (!document) return [];
      const trail = await findTrail(db, document);
      return [onlyViews(trail, new Set(moved.map(({ view }) => view)))];
    }),
  );
  return trails.flat();
}

async function withMovement(
  db: Db,
  scope: PageScope,
  candidates: readonly PageView[],
): Promise<PageView[]> {
  if (candidates.length === 0) return [];
  const { site } = scope.site;
  const [start, end] = momentsOf(scope);
  const moved = await batches
    .in(db)
    .find(
      {
        $or: candidates.map(({ session, view }) => ({ site, session, view })),
        types: 'MOUSE_MOVE',
        firstAt: { $lt: end },
        lastAt: { $gte: start },
      },
      { projection: { _id: 0, session: 1, view: 1 }, maxTimeMS: exactReadingMs },
    )
    .toArray();
  const keys = new Set(moved.map(viewKey));
  return candidates.filter((view) => keys.has(viewKey(view)));
}

async function findOwnTrail(db: Db, { session, route }: HeatmapScope): Promise<Trail[]> {
  if (!session) return [];
  const trail = await findTrail(db, session);
  if (route === null) return [trail];
  const { site, session: name } = session;
  const onPage = await views
    .in(db)
    .find({ site, session: name, 'dated.route': route }, { projection: { _id: 0, view: 1 } })
    .toArray();
  return [onlyViews(trail, new Set(onPage.map(({ view }) => view)))];
}
