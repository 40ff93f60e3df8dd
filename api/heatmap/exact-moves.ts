import type { Db } from 'mongodb';
import { decodeBatch } from '../../schema/wire/decode.ts';
import { dayOf } from '../sites/site-day.ts';
import { batches } from '../store/batches.ts';
import type { PageScope } from './heatmap-scope.ts';
import { exactReadingMs, findPageViews, momentsOf, type PageView, viewKey } from './page-views.ts';

/** Views asked for by one query. */
const viewsAtOnce = 200;

/** Reads every accepted sample of a scope from the batches: for grids and widths that no sums are kept for. */
export async function readSamples(
  db: Db,
  scope: PageScope,
  visit: (x: number, y: number) => void,
): Promise<void> {
  const found = await findPageViews(db, scope);
  const giveUpAt = Date.now() + exactReadingMs;
  for (let at = 0; at < found.length; at += viewsAtOnce) {
    const maxTimeMS = Math.max(1, giveUpAt - Date.now());
    await readSamplesOf(db, scope, found.slice(at, at + viewsAtOnce), { visit, maxTimeMS });
  }
}

/** The same of some views of the scope's page. */
export async function readSamplesOf(
  db: Db,
  scope: PageScope,
  of: readonly PageView[],
  options: {
    readonly visit: (x: number, y: number, session: string) => void;
    readonly maxTimeMS: number;
  },
): Promise<void> {
  if (of.length === 0) return;
  const [start, end] = momentsOf(scope);
  const { site, range } = scope;
  const starts = new Map(of.map((view) => [viewKey(view), view.dated?.startedAt.getTime() ?? 0]));
  const cursor = batches.in(db).find(
    {
      $or: of.map(({ session, view }) => ({ site: site.site, session, view })),
      movesFrom: { $lt: end },
      movesTo: { $gte: start },
    },
    { projection: { _id: 0, session: 1, view: 1, body: 1 }, maxTimeMS: options.maxTimeMS },
  );
  for await (const document of cursor) {
    const startedAt = starts.get(viewKey(document)) ?? 0;
    const { moves } = decodeBatch(document.body.buffer);
    for (const [i, t] of moves.t.entries()) {
      const day = dayOf(site.timeZone, startedAt + t);
      if (day < range.fromDay || day > range.toDay) continue;
      options.visit(moves.x[i] ?? 0, moves.y[i] ?? 0, document.session);
    }
  }
}
