import type { Filter } from 'mongodb';
import type { Connection, PageArgs } from '../graphql/page-args.ts';
import { findSessions } from '../session/find-sessions.ts';
import { type EventDocument, events } from '../store/events.ts';
import type { Store } from '../store/open-store.ts';
import type { SessionDocument } from '../store/sessions.ts';
import { ELEMENT_CELLS } from './element-member.ts';
import { clickFilter, clicksOfPage } from './exact-clicks.ts';
import { readSamplesOf } from './exact-moves.ts';
import { type HeatmapScope, isPageScope, type PageScope } from './heatmap-scope.ts';
import { type ClickLayer, isClickLayer } from './layer.ts';
import { exactReadingMs, findPageViews } from './page-views.ts';
import { type Cell, cellAt } from './tile.ts';

/** The newest clicks and views that are looked at for the sessions behind a cell. */
const mostClicks = 20_000;
const mostViews = 1_000;
const myriad = 10_000;

/** A place on the page, px; with an element, percent of its box. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * The sessions behind a heatmap, or behind its cell at a place, newest first: of clicks those among the newest 20,000, of all
 * else those among the newest 1,000 views of the page.
 */
export async function findSessionsAt(
  store: Store,
  scope: HeatmapScope,
  place: Place | null,
  args: PageArgs,
): Promise<Connection<SessionDocument>> {
  const { site } = scope.site;
  const names = await findNames(store, scope, place);
  const filter: Filter<SessionDocument> = {
    site,
    session: { $in: [...names] },
    ...(scope.device && isPageScope(scope) ? { device: scope.device } : {}),
  };
  return findSessions(store.db, filter, args);
}

async function findNames(
  store: Store,
  scope: HeatmapScope,
  place: Place | null,
): Promise<ReadonlySet<string>> {
  if (!isPageScope(scope)) return new Set(scope.session ? [scope.session.session] : []);
  const cell = place && cellAt(place.x, place.y, scope.gridSize);
  if (isClickLayer(scope.layer)) return findClickers(store, scope, scope.layer, cell);
  const seen = await findPageViews(store.db, scope, { limit: mostViews });
  if (!cell || scope.layer !== 'MOVES') return new Set(seen.map(({ session }) => session));
  const names = new Set<string>();
  await readSamplesOf(store.db, scope, seen, (x, y, session) => {
    const at = cellAt(x, y, scope.gridSize);
    if (at.x === cell.x && at.y === cell.y) names.add(session);
  });
  return names;
}

async function findClickers(
  store: Store,
  scope: PageScope,
  layer: ClickLayer,
  cell: Cell | null,
): Promise<ReadonlySet<string>> {
  const filter = { ...clickFilter(scope, layer), ...(cell ? cellFilter(scope, cell) : {}) };
  const found = await events
    .in(store.db)
    .find(filter as Filter<EventDocument>, { projection: { _id: 0, session: 1 } })
    .hint(clicksOfPage)
    .sort({ at: -1 })
    .limit(mostClicks)
    .maxTimeMS(exactReadingMs)
    .toArray();
  return new Set(found.map(({ session }) => session));
}

function cellFilter({ element, gridSize }: PageScope, { x, y }: Cell): Record<string, unknown> {
  if (element === null) {
    return { 'fact.x': within(x, gridSize), 'fact.y': within(y, gridSize) };
  }
  const side = myriad / ELEMENT_CELLS;
  return { 'fact.elementXMyriad': edge(x, side), 'fact.elementYMyriad': edge(y, side) };
}

function within(cell: number, side: number): { $gte: number; $lt: number } {
  return { $gte: cell * side, $lt: (cell + 1) * side };
}

/** The outermost cells of a box hold what lies beyond its edge too. */
function edge(cell: number, side: number): Record<string, number> {
  return {
    ...(cell > 0 ? { $gte: cell * side } : {}),
    ...(cell < ELEMENT_CELLS - 1 ? { $lt: (cell + 1) * side } : {}),
  };
}
