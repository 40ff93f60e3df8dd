import type { Db, Filter, FindCursor, WithId } from 'mongodb';
import { type EventDocument, type EventType, events } from '../store/events.ts';
import { type EventNode, toEventNode } from './event-node.ts';
import type { EventPlace } from './event-order.ts';
import { type EventScope, type EventStretch, toQuery } from './event-scope.ts';

/** Stored events of a scope in the order of their places, one more than `limit` where there is more. */
export async function findDocuments(
  db: Db,
  scope: EventScope,
  types: readonly EventType[],
  stretch: EventStretch,
): Promise<EventNode[]> {
  const found = await findDocumentsCursor(db, scope, types, stretch).toArray();
  return found.map(toEventNode);
}

export function findDocumentsCursor(
  db: Db,
  scope: EventScope,
  types: readonly EventType[],
  stretch: EventStretch,
): FindCursor<WithId<EventDocument>> {
  const direction = stretch.backward ? -1 : 1;
  return events
    .in(db)
    .find({
      $and: [
        { ...toQuery(scope), types: { $in: [...types] } },
        ...timeBounds(scope),
        ...(stretch.after ? beside(stretch.after, '$gt') : []),
        ...(stretch.before ? beside(stretch.before, '$lt') : []),
      ],
    })
    .sort({ at: direction, session: direction, view: direction, key: direction })
    .limit(stretch.limit + 1);
}

function timeBounds({ from, to }: EventScope): Filter<EventDocument>[] {
  return [...(from ? [{ at: { $gte: from } }] : []), ...(to ? [{ at: { $lt: to } }] : [])];
}

/** The first condition bounds the index; the second settles equal moments. */
function beside(place: EventPlace, side: '$gt' | '$lt'): Filter<EventDocument>[] {
  const at = new Date(place.at);
  const { session, view, key } = place;
  return [
    { at: { [side === '$gt' ? '$gte' : '$lte']: at } },
    {
      $or: [
        { at: { [side]: at } },
        { at, session: { [side]: session } },
        { at, session, view: { [side]: view } },
        { at, session, view, key: { [side]: key } },
      ],
    },
  ];
}
