import { makeCursor, readCursor } from '../graphql/page-args.ts';
import type { EventNode } from './event-node.ts';

/** An event's place among a site's events: by time, then by ids. */
export interface EventPlace {
  readonly at: number;
  readonly session: string;
  readonly view: string;
  readonly key: string;
}

/** What of an event says where it belongs. */
type Placed = Pick<EventNode, 'at' | 'session' | 'view' | 'key'>;

export function placeOf({ at, session, view, key }: Placed): EventPlace {
  return { at: at.getTime(), session, view, key };
}

/** Negative where `a` comes first. Strings are compared as MongoDB does: by their bytes. */
export function comparePlaces(a: EventPlace, b: EventPlace): number {
  return (
    a.at - b.at ||
    compareText(a.session, b.session) ||
    compareText(a.view, b.view) ||
    compareText(a.key, b.key)
  );
}

export function compareEvents(a: Placed, b: Placed): number {
  return comparePlaces(placeOf(a), placeOf(b));
}

export function cursorOf(node: EventNode): string {
  const { at, session, view, key } = placeOf(node);
  return makeCursor([at, session, view, key]);
}

export function parsePlace(cursor: string): EventPlace | null {
  const parts = readCursor(cursor, ['number', 'string', 'string', 'string']);
  if (!parts) return null;
  const [at, session, view, key] = parts;
  return { at: Number(at), session: String(session), view: String(view), key: String(key) };
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
