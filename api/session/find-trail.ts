import type { Db, Filter } from 'mongodb';
import { decodeBatch } from '../../schema/wire/decode.ts';
import { type BatchDocument, batches } from '../store/batches.ts';
import type { SessionDocument } from '../store/sessions.ts';
import { type PackedView, views } from '../store/views.ts';

/** Stored samples of movement as parallel columns. */
export interface Trail {
  readonly startedAt: Date;
  readonly viewIds: readonly string[];
  /** Index into `viewIds`. */
  readonly view: readonly number[];
  /** ms from `startedAt`. */
  readonly tMs: readonly number[];
  /** Page px. */
  readonly x: readonly number[];
  readonly y: readonly number[];
}

export interface TrailStretch {
  readonly view?: string | null | undefined;
  /** Only what came with the session's versions after this one, up to `upTo`. */
  readonly after?: number;
  readonly upTo?: number;
}

/** A session's movement, view after view, each in the order in which it was recorded. */
export async function findTrail(
  db: Db,
  session: SessionDocument,
  stretch: TrailStretch = {},
): Promise<Trail> {
  const visits = await findDatedViews(db, session);
  const starts = visits.map((visit) => visit.dated?.startedAt.getTime() ?? 0);
  const order = new Map(visits.map(({ view }, i) => [view, i]));
  const stored = await batches
    .in(db)
    .find(queryFor(session, stretch), { projection: { view: 1, seq: 1, body: 1 } })
    .toArray();
  const ordered = stored
    .filter(({ view }) => order.has(view))
    .sort((a, b) => (order.get(a.view) ?? 0) - (order.get(b.view) ?? 0) || a.seq - b.seq);
  const columns = {
    view: [] as number[],
    tMs: [] as number[],
    x: [] as number[],
    y: [] as number[],
  };
  for (const { view, body } of ordered) {
    const index = order.get(view) ?? 0;
    const offset = (starts[index] ?? 0) - session.startedAt.getTime();
    const { moves } = decodeBatch(body.buffer);
    for (const [i, t] of moves.t.entries()) {
      columns.view.push(index);
      columns.tMs.push(t + offset);
      columns.x.push(moves.x[i] ?? 0);
      columns.y.push(moves.y[i] ?? 0);
    }
  }
  return { startedAt: session.startedAt, viewIds: visits.map(({ view }) => view), ...columns };
}

/** The session's views that have a date, by their start. */
function findDatedViews(
  db: Db,
  { site, session }: SessionDocument,
): Promise<Pick<PackedView, 'view' | 'dated'>[]> {
  return views
    .in(db)
    .find({ site, session, dated: { $ne: null } }, { projection: { view: 1, dated: 1 } })
    .sort({ 'dated.startedAt': 1, view: 1 })
    .toArray();
}

/** Without movement a batch adds nothing to a trail. */
function queryFor(
  { site, session }: SessionDocument,
  { view, after, upTo }: TrailStretch,
): Filter<BatchDocument> {
  return {
    site,
    session,
    types: 'MOUSE_MOVE',
    ...(view ? { view } : {}),
    ...(after === undefined ? {} : { version: { $gt: after, $lte: upTo ?? Infinity } }),
  };
}
