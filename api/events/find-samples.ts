import type { Db, Filter } from 'mongodb';
import { decodeBatch } from '../../schema/wire/decode.ts';
import { type BatchDocument, batches, longSpanMs } from '../store/batches.ts';
import { type PackedView, views } from '../store/views.ts';
import type { EventNode } from './event-node.ts';
import { compareEvents, comparePlaces, placeOf } from './event-order.ts';
import { type EventScope, type EventStretch, toQuery } from './event-scope.ts';

type Dated = Pick<PackedView, 'dated'>;

/**
 * Stored samples of movement as events, in the order of their places, one more than `limit` where there is more. It unpacks
 * the batches around the stretch and no others, however long the history is.
 */
export async function findSamples(
  db: Db,
  scope: EventScope,
  stretch: EventStretch,
): Promise<EventNode[]> {
  const window = windowOf(scope, stretch);
  const wanted = stretch.limit + 1;
  const isInside = makeFilter(scope, stretch);
  const datedViews = makeViewFinder(db);
  const samples: EventNode[] = [];
  const unpack = async (stored: BatchDocument) => {
    samples.push(...toSamples(stored, await datedViews(stored)).filter(isInside));
  };
  const cursor = batches
    .in(db)
    .find({ ...toQuery(scope), movesFrom: fromRange(window), movesLong: false })
    .sort({ movesFrom: stretch.backward ? -1 : 1 });
  for await (const stored of cursor) {
    const next = stored.movesFrom?.getTime() ?? 0;
    if (countSettled(samples, next, stretch.backward) >= wanted) break;
    await unpack(stored);
  }
  for (const stored of await findLong(db, scope, window)) await unpack(stored);
  samples.sort(stretch.backward ? (a, b) => compareEvents(b, a) : compareEvents);
  return samples.slice(0, wanted);
}

interface Window {
  readonly from: number | null;
  readonly to: number | null;
}

function windowOf({ from, to }: EventScope, { after, before }: EventStretch): Window {
  const starts = [from?.getTime(), after?.at].filter((at) => at !== undefined);
  const ends = [to?.getTime(), before?.at].filter((at) => at !== undefined);
  return {
    from: starts.length > 0 ? Math.max(...starts) : null,
    to: ends.length > 0 ? Math.min(...ends) : null,
  };
}

/** A batch that began this long before the window may still reach into it. */
function fromRange({ from, to }: Window): Record<string, Date | null> {
  return {
    ...(from === null ? { $ne: null } : { $gte: new Date(from - longSpanMs) }),
    ...(to === null ? {} : { $lte: new Date(to) }),
  };
}

/** How many samples no further batch can come before, given where the next one begins. */
function countSettled(samples: readonly EventNode[], next: number, backward: boolean): number {
  const isSettled = backward
    ? ({ at }: EventNode) => at.getTime() > next + longSpanMs
    : ({ at }: EventNode) => at.getTime() < next;
  return samples.reduce((count, sample) => count + (isSettled(sample) ? 1 : 0), 0);
}

function makeFilter({ from, to }: EventScope, { after, before }: EventStretch) {
  return (node: EventNode): boolean => {
    const place = placeOf(node);
    if (from && place.at < from.getTime()) return false;
    if (to && place.at >= to.getTime()) return false;
    if (after && comparePlaces(place, after) <= 0) return false;
    return !(before && comparePlaces(place, before) >= 0);
  };
}

/** They are so few that all that reach into the window are read. */
function findLong(db: Db, scope: EventScope, { from, to }: Window): Promise<BatchDocument[]> {
  const query: Filter<BatchDocument> = {
    ...toQuery(scope),
    movesLong: true,
    ...(from === null ? {} : { movesTo: { $gte: new Date(from) } }),
    ...(to === null ? {} : { movesFrom: { $lte: new Date(to) } }),
  };
  return batches.in(db).find(query).toArray();
}

function makeViewFinder(db: Db): (stored: BatchDocument) => Promise<Dated | null> {
  const known = new Map<string, Promise<Dated | null>>();
  return ({ site, session, view }) => {
    const key = `${session}/${view}`;
    const found =
      known.get(key) ?? views.in(db).findOne({ site, session, view }, { projection: { dated: 1 } });
    known.set(key, found);
    return found;
  };
}

/** A sample's key is `m<seq>.<place in its batch>`, so that they sort as they were recorded. */
function toSamples(stored: BatchDocument, view: Dated | null): EventNode[] {
  const dated = view?.dated;
  if (!dated) return [];
  const start = dated.startedAt.getTime();
  const { moves } = decodeBatch(stored.body.buffer);
  const { site, session, visitor, seq } = stored;
  const batch = `m${String(seq).padStart(8, '0')}`;
  return moves.t.map((t, i) => ({
    site,
    session,
    visitor,
    view: stored.view,
    key: `${batch}.${String(i).padStart(4, '0')}`,
    type: 'MOUSE_MOVE',
    at: new Date(start + t),
    url: dated.url,
    what: { kind: 'sample', x: moves.x[i] ?? 0, y: moves.y[i] ?? 0 },
  }));
}
