import type { Db } from 'mongodb';
import {
  type Connection,
  makeConnection,
  type PageArgs,
  readPageArgs,
} from '../graphql/page-args.ts';
import type { EventType } from '../store/events.ts';
import type { EventNode } from './event-node.ts';
import { compareEvents, cursorOf, parsePlace } from './event-order.ts';
import type { EventScope } from './event-scope.ts';
import { findDocuments } from './find-documents.ts';
import { findHeld } from './find-held.ts';
import { heldTypes } from './held-events.ts';

const limits = { usual: 100, most: 1_000 };

/** A page of events, oldest first: stored documents and what lies in batches as one list. */
export async function findEvents(
  db: Db,
  scope: EventScope,
  types: readonly EventType[],
  args: PageArgs,
): Promise<Connection<EventNode>> {
  const stretch = readPageArgs(args, limits, parsePlace);
  const stored = types.filter((type) => type !== 'MOUSE_MOVE');
  const held = types.filter((type) => heldTypes.includes(type));
  const [documents, unpacked] = await Promise.all([
    stored.length > 0 ? findDocuments(db, scope, stored, stretch) : [],
    held.length > 0 ? findHeld(db, scope, held, stretch) : [],
  ]);
  const order = stretch.backward
    ? (a: EventNode, b: EventNode) => compareEvents(b, a)
    : compareEvents;
  const merged = [...documents, ...unpacked].sort(order).slice(0, stretch.limit + 1);
  return makeConnection(merged, stretch, cursorOf);
}
