import type { Db, WithId } from 'mongodb';
import { decodeBatch } from '../../schema/wire/decode.ts';
import { dayOf } from '../sites/site-day.ts';
import { type BatchDocument, batches } from '../store/batches.ts';
import type { EventType } from '../store/events.ts';
import type { PageScope } from './heatmap-scope.ts';
import { exactReadingMs, findPageViews, momentsOf, type PageView, viewKey } from './page-views.ts';

/** Views asked for by one query. */
const viewsAtOnce = 200;

/** Takes each accepted sample, page px. */
type VisitSample = (x: number, y: number, session: string) => void;

/** Reads every accepted sample of a scope from the batches: for grids and widths that no sums are kept for. */
export async function readSamples(db: Db, scope: PageScope, visit: VisitSample): Promise<void> {
  await readSamplesOf(db, scope, await findPageViews(db, scope), visit);
}

/** The same of some views of the scope's page. */
export async function readSamplesOf(
  db: Db,
  scope: PageScope,
  of: readonly PageView[],
  visit: VisitSample,
): Promise<void> {
  const { site, range } = scope;
  const samples = { types: ['MOUSE_MOVE'], fields: { body: 1 } } as const;
  await readBatchesOf(db, scope, of, samples, ({ body, session }, startedAt) => {
    const { moves } = decodeBatch(body.buffer);
    for (const [i, t] of moves.t.entries()) {
      const day = dayOf(site.timeZone, startedAt + t);
      if (day < range.fromDay || day > range.toDay) continue;
      visit(moves.x[i] ?? 0, moves.y[i] ?? 0, session);
    }
  });
}

/**
 * Reads the batches of some views that hold events of some types in the scope's days.
 *
 * @param fields that are read beside the names of session and view
 * @param visit also gets the start of the batch's view, ms since 1970
 */
export async function readBatchesOf(
  db: Db,
  scope: PageScope,
  of: readonly PageView[],
  { types, fields }: { types: readonly EventType[]; fields: Readonly<Record<string, 1>> },
  visit: (batch: WithId<BatchDocument>, startedAt: number) => void,
): Promise<void> {
  const [start, end] = momentsOf(scope);
  const starts = new Map(of.map((view) => [viewKey(view), view.dated?.startedAt.getTime() ?? 0]));
  const giveUpAt = Date.now() + exactReadingMs;
  for (let at = 0; at < of.length; at += viewsAtOnce) {
    const site = scope.site.site;
    const some = of
      .slice(at, at + viewsAtOnce)
      .map(({ session, view }) => ({ site, session, view }));
    const cursor = batches.in(db).find(
      {
        $or: some,
        types: { $in: [...types] },
        firstAt: { $lt: end },
        lastAt: { $gte: start },
      },
      {
        projection: { _id: 0, session: 1, view: 1, ...fields },
        maxTimeMS: Math.max(1, giveUpAt - Date.now()),
      },
    );
    for await (const document of cursor) visit(document, starts.get(viewKey(document)) ?? 0);
  }
}
