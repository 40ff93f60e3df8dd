import type { Db } from 'mongodb';
import type { DwellFact } from '../fold/fact.ts';
import { rulesOf } from '../ingest/fold-session.ts';
import { foldView, unfolded } from '../ingest/fold-view.ts';
import { unpackStored } from '../ingest/incoming-batch.ts';
import { dayOf } from '../sites/site-day.ts';
import { type BatchDocument, batches } from '../store/batches.ts';
import type { PageScope } from './heatmap-scope.ts';
import { exactReadingMs, findPageViews, type PageView, viewKey } from './page-views.ts';

/** Views folded from one query's batches. */
const viewsAtOnce = 50;

/**
 * Reads how long which part of the page was on screen, folding the views again: for widths that no sums are kept for. (Stays
 * are no events.) Facts that a later one withdraws come with both signs.
 */
export async function readStays(
  db: Db,
  scope: PageScope,
  visit: (stay: DwellFact, sign: 1 | -1) => void,
): Promise<void> {
  const found = await findPageViews(db, scope);
  for (let at = 0; at < found.length; at += viewsAtOnce) {
    const chunk = found.slice(at, at + viewsAtOnce);
    const byView = Map.groupBy(await findBatches(db, scope, chunk), viewKey);
    for (const view of chunk) foldStays(scope, view, byView.get(viewKey(view)) ?? [], visit);
  }
}

function findBatches(
  db: Db,
  { site }: PageScope,
  of: readonly PageView[],
): Promise<BatchDocument[]> {
  return batches
    .in(db)
    .find({ $or: of.map(({ session, view }) => ({ site: site.site, session, view })) })
    .maxTimeMS(exactReadingMs)
    .toArray();
}

function foldStays(
  { site, range }: PageScope,
  { dated }: PageView,
  stored: readonly BatchDocument[],
  visit: (stay: DwellFact, sign: 1 | -1) => void,
): void {
  if (!dated) return;
  const start = dated.startedAt.getTime();
  for (const { fact, sign } of foldView(unfolded, [], stored.map(unpackStored), rulesOf(site))
    .facts) {
    if (fact.kind !== 'dwell') continue;
    const day = dayOf(site.timeZone, start + fact.t);
    if (day >= range.fromDay && day <= range.toDay) visit(fact, sign);
  }
}
