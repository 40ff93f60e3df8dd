import { decodeBatch } from '../../schema/wire/decode.ts';
import { decodeBoxes, type WireframeBox } from '../../schema/wire/wireframe.ts';
import type { WireframeFact } from '../fold/fact.ts';
import { batches } from '../store/batches.ts';
import type { EventDocument } from '../store/events.ts';
import type { Store } from '../store/open-store.ts';

/** An event document of a page's shape. */
export type WireframeDocument = EventDocument & { readonly fact: WireframeFact };

/** A page's shape, as it was in one view. */
export interface Wireframe extends WireframeFact {
  readonly recordedAt: Date;
  readonly session: string;
  readonly view: string;
  /** In the order of the document: parents before what is in them. */
  readonly boxes: readonly WireframeBox[];
}

/** A shape with its boxes, which are in its batch; null where that has just been erased. */
export async function readWireframe(
  { db }: Store,
  { site, session, view, at, fact }: WireframeDocument,
): Promise<Wireframe | null> {
  const filter = { site, session, view, seq: fact.seq };
  const stored = await batches.in(db).findOne(filter, { projection: { _id: 0, body: 1 } });
  const { events = [] } = stored ? decodeBatch(stored.body.buffer) : {};
  const told = events.findLast((event) => event.type === 'wireframe');
  const boxes = told?.type === 'wireframe' ? decodeBoxes(told.boxes) : null;
  return boxes && { ...fact, recordedAt: at, session, view, boxes };
}
