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
  const byte = (value: number) => bytes.push(value);
  /** LEB128 by division: dates need 41 bits. */
  const whole = (value: number) => {
    while (value > 127) {
      byte((value % 128) + 128);
      value = Math.floor(value / 128);
    }
    byte(value);
  };
  const signed = (value: number) => whole(value < 0 ? -2 * value - 1 : 2 * value);
  const string = (value: string) => {
    const encoded = text.encode(value);
    whole(encoded.length);
    encoded.forEach(byte);
  };
  const id = (value: string) => {
    for (const char of atob(value.replace(/-/g, '+').replace(/_/g, '/'))) byte(char.charCodeAt(0));
  };
  const field = (value: number | string) =>
    typeof value === 'string' ? string(value) : signed(value);

  if (batch.page) {
    byte(PACKED_WITH_PAGE);
    for (let i = 0; i < SENT_AT_BYTES; i++) byte(0);
  } else byte(PACKED);
  id(batch.session);
  id(batch.visitor);
  id(batch.view);
  string(batch.site);
  whole(batch.seq);
  whole(batch.activeMs);
  whole(batch.lostMoves);
  whole(batch.lostEvents);
  batch.page?.forEach(field);
  whole(batch.elements.length);
  if (batch.elements.length) whole(batch.firstElement);
  for (const element of batch.elements) element.forEach(string);
  const moves = batch.moves;
  whole(moves.length / 3);
  // Each column is the difference from the sample before.
  for (let i = 0; i < moves.length; i++) signed((moves[i] ?? 0) - (moves[i - 3] ?? 0));
  let before = 0;
  for (const [code, t, ...fields] of batch.events) {
    byte(code);
    signed(t - before);
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
