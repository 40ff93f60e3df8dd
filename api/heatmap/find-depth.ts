import { type EventDocument, events } from '../store/events.ts';
import type { Store } from '../store/open-store.ts';
import { isFirstSince } from '../touches/gap.ts';
import { BAND_COUNT, deepestBand, initialDepthPercent } from './depth-band.ts';
import { deepestAmong, depthOf } from './fact-heat.ts';
import { peopleCounts } from './heat-collections.ts';
import { type HeatmapScope, isPageScope, type PageScope } from './heatmap-scope.ts';
import { exactReadingMs, findPageViews, momentsOf, viewKey } from './page-views.ts';
import { GAP_LIMIT } from './people-field.ts';
import { readSums } from './read-sums.ts';
import { peopleQuery } from './scope-sums.ts';
import { findSessionFacts } from './session-facts.ts';

/** Distinct visitors who reached each band of depth, the first band first: everyone reached that one. */
export function findDepth(store: Store, scope: HeatmapScope): Promise<number[]> {
  if (!isPageScope(scope)) return findSessionDepth(store, scope);
  return scope.widths ? countReaders(store, scope) : sumTouches(store, scope);
}

async function sumTouches(store: Store, scope: PageScope): Promise<number[]> {
  const reached = noBands();
  await readSums(
    store,
    peopleCounts,
    peopleQuery(scope, 'SCROLL', 0),
    (_tile, field, count, day) => {
      if (!isFirstSince(scope.range.fromDay, day, field % GAP_LIMIT)) return;
      const band = Math.floor(field / GAP_LIMIT);
      reached[band] = (reached[band] ?? 0) + count;
    },
  );
  return reached;
}

/** Depth by width of the window is kept nowhere: the views and their scrolls are read. */
async function countReaders(store: Store, scope: PageScope): Promise<number[]> {
  const found = await findPageViews(store.db, scope);
  const byKey = new Map(found.map((view) => [viewKey(view), view]));
  const deepest = new Map<string, number>();
  const [start, end] = momentsOf(scope);
  const cursor = events.in(store.db).find(
    {
      site: scope.site.site,
      route: scope.route,
      types: { $in: ['NAVIGATION', 'SCROLL'] },
      at: { $gte: start, $lt: end },
    },
    { projection: { _id: 0, session: 1, view: 1, visitor: 1, fact: 1 }, maxTimeMS: exactReadingMs },
  );
  for await (const document of cursor) {
    const dated = byKey.get(viewKey(document))?.dated;
    if (!dated) continue;
    const band = bandOfEvent(document, dated);
    if (band === null) continue;
    deepest.set(document.visitor, Math.max(band, deepest.get(document.visitor) ?? 0));
  }
  return countReached(deepest.values());
}

function bandOfEvent(
  { fact }: Pick<EventDocument, 'fact'>,
  view: { readonly viewportHeight: number; readonly documentHeight: number },
): number | null {
  const depth = depthOf(fact, initialDepthPercent(view.viewportHeight, view.documentHeight));
  return depth === null ? null : deepestBand(depth);
}

async function findSessionDepth(
  store: Store,
  { site, session, route }: HeatmapScope,
): Promise<number[]> {
  if (!session) return noBands();
  const deepest = deepestAmong(await findSessionFacts(store.db, site, session), route);
  return countReached(deepest === null ? [] : [deepest]);
}

function countReached(deepest: Iterable<number>): number[] {
  const reached = noBands();
  for (const band of deepest) {
    for (let above = 0; above <= band; above++) reached[above] = (reached[above] ?? 0) + 1;
  }
  return reached;
}

function noBands(): number[] {
  return new Array<number>(BAND_COUNT).fill(0);
}
