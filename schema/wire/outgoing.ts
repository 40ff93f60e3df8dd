import { type Batch, elementStrings, pageNumbers, pageStrings } from './batch.ts';
import { encodeBatch, type OutgoingBatch, stampSentAt } from './encode.ts';
import { type EventTuple, eventShapes, type WireEvent } from './events.ts';

/** An id of base64url as `encodeBatch` takes it. */
export const toBase64 = (id: string): string => id.replace(/-/g, '+').replace(/_/g, '/');

/** The packed form's fields of a checked batch. The page's `sentAt` is not among them: see {@link packBatch}. */
function toOutgoing(batch: Batch): OutgoingBatch {
  const { site, session, visitor, view, seq, activeMs, lost, page, elements, moves } = batch;
  return {
    site,
    session: toBase64(session),
    visitor: toBase64(visitor),
    view: toBase64(view),
    seq,
    activeMs,
    lostMoves: lost.moves,
    lostEvents: lost.events,
    page: page && [
      ...pageNumbers.map((name) => page[name]),
      ...pageStrings.map((name) => page[name]),
    ],
    firstElement: elements[0]?.index ?? 0,
    elements: elements.map((element) => elementStrings.map((name) => element[name])),
    moves: moves.t.flatMap((t, i) => [t, moves.x[i] ?? 0, moves.y[i] ?? 0]),
    events: batch.events.map(toTuple),
  };
}

/** Packs a checked batch, keeping its own `sentAt`. */
export function packBatch(batch: Batch): Uint8Array<ArrayBuffer> {
  const packed = encodeBatch(toOutgoing(batch));
  if (batch.page) stampSentAt(packed, batch.page.sentAt);
  return packed;
}

function toTuple(event: WireEvent): EventTuple {
  const shape: { readonly code: number; numbers: readonly string[]; strings: readonly string[] } =
    eventShapes[event.type];
  const fields = event as unknown as Readonly<Record<string, number | string>>;
  return [
    shape.code,
    event.t,
    ...shape.numbers.map((name) => fields[name]),
    ...shape.strings.map((name) => fields[name]),
  ] as unknown as EventTuple;
}
