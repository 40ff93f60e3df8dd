import type { Db, Filter } from 'mongodb';
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
  const direction = stretch.backward ? -1 : 1;
  const found = await events
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
    .limit(stretch.limit + 1)
    .toArray();
  return found.map(toEventNode);
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
