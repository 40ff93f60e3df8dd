import type { Db } from 'mongodb';
import { unpackFacts } from '../events/held-events.ts';
import type { Fact } from '../fold/fact.ts';
import { events } from '../store/events.ts';
import { deepestBand, initialDepthPercent } from './depth-band.ts';
import { readBatchesOf } from './exact-moves.ts';
import { depthOf } from './fact-heat.ts';
import type { PageScope } from './heatmap-scope.ts';
import { exactReadingMs, findPageViews, momentsOf, type PageView, viewKey } from './page-views.ts';

/**
 * The deepest band that each visitor reached, from views and scrolls themselves: for widths of the window that no sums are kept
 * for.
 */
export async function readDeepest(db: Db, scope: PageScope): Promise<ReadonlyMap<string, number>> {
  const found = await findPageViews(db, scope);
  const byKey = new Map(found.map((view) => [viewKey(view), view]));
  const deepest = new Map<string, number>();
  const note = (fact: Fact, of: Pick<PageView, 'session' | 'view'>) => {
    const view = byKey.get(viewKey(of));
    if (!view?.dated) return;
    const { viewportHeight, documentHeight } = view.dated;
    const depth = depthOf(fact, initialDepthPercent(viewportHeight, documentHeight));
    if (depth === null) return;
    const band = deepestBand(depth);
    deepest.set(view.visitor, Math.max(band, deepest.get(view.visitor) ?? 0));
  };
  const [start, end] = momentsOf(scope);
  const documents = events.in(db).find(
    {
      site: scope.site.site,
      route: scope.route,
      types: { $in: ['NAVIGATION', 'SCROLL'] },
      at: { $gte: start, $lt: end },
    },
    { projection: { _id: 0, session: 1, view: 1, fact: 1 }, maxTimeMS: exactReadingMs },
  );
  for await (const document of documents) note(document.fact, document);
  const scrolls = { types: ['SCROLL'], fields: { facts: 1 } } as const;
  await readBatchesOf(db, scope, found, scrolls, (batch, startedAt) => {
    for (const fact of unpackFacts(batch)) {
      const at = startedAt + fact.t;
      if (at >= start.getTime() && at < end.getTime()) note(fact, batch);
    }
  });
  return deepest;
}
