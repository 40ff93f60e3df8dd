import type { EventTuple } from './events.ts';

/**
 * A batch on its way out, as the tracker holds it. Numbers are whole. In `page`, numbers come in the order
 * of `pageNumbers`, then strings in that of `pageStrings`; an element is its strings in the order of `elementStrings`.
 */
export interface OutgoingBatch {
  readonly site: string;
  readonly session: string;
  readonly visitor: string;
  readonly view: string;
  readonly seq: number;
  readonly activeMs: number;
  readonly lostMoves: number;
  readonly lostEvents: number;
  readonly page?: readonly (number | string)[] | undefined;
  /** The view's index of the first of `elements`. */
  readonly firstElement: number;
  readonly elements: readonly (readonly string[])[];
  /** t, x, y, t, x, y …: ms from the view's start and page px. */
  readonly moves: readonly number[];
  readonly events: readonly EventTuple[];
}

/** First byte of a packed batch: the version, and whether a page block (with `sentAt` in bytes 1–6) follows. */
export const PACKED = 0x10;
export const PACKED_WITH_PAGE = 0x11;
export const SENT_AT_BYTES = 6;

/**
 * Packs a batch for the wire. The layout is in `schema/wire/FORMAT.md`.
 *
 * @returns the body of `POST /v1/batches`; where it has a page block, `stampSentAt` is to be called before each sending
 */
export function encodeBatch(batch: OutgoingBatch): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  const text = new TextEncoder();
  /** LEB128 by division: dates need 41 bits. */
  const whole = (value: number) => {
    for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) + 128);
    bytes.push(value);
  };
  const field = (value: number | string) => {
    if (typeof value === 'string') {
      const encoded = text.encode(value);
      whole(encoded.length);
      for (const byte of encoded) bytes.push(byte);
    } else whole(value < 0 ? -2 * value - 1 : 2 * value);
  };
  const { page, elements, moves } = batch;

  bytes.push(page ? PACKED_WITH_PAGE : PACKED);
  // Room for `sentAt`.
  if (page) bytes.push(...new Uint8Array(SENT_AT_BYTES));
  const ids = batch.session + batch.visitor + batch.view;
  for (const char of atob(ids.replace(/-/g, '+').replace(/_/g, '/')))
    bytes.push(char.charCodeAt(0));
  field(batch.site);
  [batch.seq, batch.activeMs, batch.lostMoves, batch.lostEvents].forEach(whole);
  page?.forEach(field);
  whole(elements.length);
  if (elements[0]) whole(batch.firstElement);
  elements.flat().forEach(field);
  whole(moves.length / 3);
  // Each column is the difference from the sample before.
  for (const [i, value] of moves.entries()) field(value - (moves[i - 3] ?? 0));
  let before = 0;
  for (const [code, t, ...fields] of batch.events) {
    bytes.push(code);
    field(t - before);
    before = t;
    fields.forEach(field);
  }
  return new Uint8Array(bytes);
}

/** Writes the time of sending (ms since 1970) into a packed batch that has a page block; others stay as they are. */
export function stampSentAt(packed: Uint8Array, sentAt: number): void {
  if (packed[0] !== PACKED_WITH_PAGE) return;
  for (let i = SENT_AT_BYTES; i > 0; i--) {
    packed[i] = sentAt % 256;
    sentAt = Math.floor(sentAt / 256);
  }
}
