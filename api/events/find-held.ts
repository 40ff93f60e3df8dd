import type { Db, Filter, FindCursor, WithId } from 'mongodb';
import { type BatchDocument, batches, longSpanMs } from '../store/batches.ts';
import type { EventType } from '../store/events.ts';
import { type EventNode, toEventNode } from './event-node.ts';
import { compareEvents, comparePlaces, placeOf } from './event-order.ts';
import { type EventScope, type EventStretch, toQuery } from './event-scope.ts';
import { makeViewFinder, unpackEvents, unpackSamples } from './held-events.ts';

/**
 * Events that lie in batches, in the order of their places, one more than `limit` where there is more. It unpacks the batches
 * around the stretch and no others, however long the history is.
 *
 * @param types of `heldTypes`
 */
export async function findHeld(
  db: Db,
  scope: EventScope,
  types: readonly EventType[],
  stretch: EventStretch,
): Promise<EventNode[]> {
  const wanted = stretch.limit + 1;
  const isInside = makeFilter(scope, stretch);
  const findDated = makeViewFinder(db);
  const nodes: EventNode[] = [];
  const unpack = async (stored: BatchDocument) => {
    const dated = await findDated(stored);
    const told = unpackEvents(stored, dated).map(toEventNode);
    const samples = types.includes('MOUSE_MOVE') ? unpackSamples(stored, dated) : [];
    const wantedOnes = [...told.filter(({ type }) => types.includes(type)), ...samples];
    nodes.push(...wantedOnes.filter(isInside));
  };
  for await (const stored of findBatchesCursor(db, scope, types, stretch)) {
    const next = stored.firstAt?.getTime() ?? 0;
    if (countSettled(nodes, next, stretch.backward) >= wanted) break;
    await unpack(stored);
  }
  if (types.includes('MOUSE_MOVE')) {
    for (const stored of await findLong(db, scope, stretch)) await unpack(stored);
  }
  nodes.sort(stretch.backward ? (a, b) => compareEvents(b, a) : compareEvents);
  return nodes.slice(0, wanted);
}

/** The batches that may reach into a stretch, by when they begin, but for long ones. */
export function findBatchesCursor(
  db: Db,
  scope: EventScope,
  types: readonly EventType[],
  stretch: EventStretch,
): FindCursor<WithId<BatchDocument>> {
  const cursor = batches
    .in(db)
    .find(
      {
        ...toQuery(scope),
        types: { $in: [...types] },
        firstAt: fromRange(windowOf(scope, stretch)),
        isLong: false,
      },
      withoutBody(types),
    )
    .sort({ firstAt: stretch.backward ? -1 : 1 });
  return scope.sessions?.length === 1 ? cursor.hint(batchesOfSession) : cursor;
}

/** A session's batches are few enough to be sorted; by time, one would come past all others of its visitor. */
const batchesOfSession = { site: 1, session: 1, view: 1, seq: 1 } as const;

/** Only samples are in a batch's body. */
function withoutBody(types: readonly EventType[]) {
  return types.includes('MOUSE_MOVE') ? {} : { projection: { body: 0 } };
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

/** How many events no further batch can come before, given where the next one begins. */
function countSettled(nodes: readonly EventNode[], next: number, backward: boolean): number {
  const isSettled = backward
    ? ({ at }: EventNode) => at.getTime() > next + longSpanMs
    : ({ at }: EventNode) => at.getTime() < next;
  return nodes.reduce((count, node) => count + (isSettled(node) ? 1 : 0), 0);
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

/** Long batches hold movement alone, and are so few that all that reach into the window are read. */
function findLong(db: Db, scope: EventScope, stretch: EventStretch): Promise<BatchDocument[]> {
  const { from, to } = windowOf(scope, stretch);
  const query: Filter<BatchDocument> = {
    ...toQuery(scope),
    isLong: true,
    ...(from === null ? {} : { lastAt: { $gte: new Date(from) } }),
    ...(to === null ? {} : { firstAt: { $lte: new Date(to) } }),
  };
  return batches.in(db).find(query).toArray();
}
