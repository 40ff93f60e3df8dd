import type { EventTuple } from './events.ts';

/**
 * A batch on its way out, as the tracker holds it. Numbers are whole. In `page`, numbers come in the order
 * of `pageNumbers`, then strings in that of `pageStrings`; an element is its strings in the order of `elementStrings`.
 * Ids are plain base64; the tracker's own are letters and digits, which are the same in base64url.
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
 * Between two samples of movement there are mostly 50 ms, which then need not be told. A sample's place is told as how
 * far it is from where half of the step before would have led (people speed up and slow down), both axes as one number
 * (Szudzik 2006: for a, b ≥ 0, b² + a where a < b, else a² + a + b): 1.6 kB for 1,000 mousemove events instead of 2.2.
 */
export const usualStepMs = 50;

/**
 * Packs a batch for the wire. The layout is in `schema/wire/FORMAT.md`.
 *
 * @returns the body of `POST /v1/batches`; where it has a page block, `stampSentAt` is to be called before each sending
 */
export function encodeBatch(batch: OutgoingBatch): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  /** LEB128 by division: dates need 41 bits. */
  const whole = (value: number) => {
    for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) + 128);
    bytes.push(value);
  };
  const field = (value: number | string) => {
    if (typeof value === 'string') {
      const encoded = new TextEncoder().encode(value);
      whole(encoded.length);
      bytes.push(...encoded);
    } else whole(zigzag(value));
  };
  const { page, elements, moves, activeMs } = batch;

  bytes.push(page ? PACKED_WITH_PAGE : PACKED);
  // Room for `sentAt`.
  if (page) bytes.length += SENT_AT_BYTES;
  for (const char of atob(batch.session + batch.visitor + batch.view))
    bytes.push(char.charCodeAt(0));
  field(batch.site);
  [batch.seq, activeMs, batch.lostMoves, batch.lostEvents].forEach(whole);
  page?.forEach(field);
  whole(elements.length);
  if (elements[0]) whole(batch.firstElement);
  elements.flat().forEach(field);
  whole(moves.length / 3);
  encodeMoves(moves, activeMs, whole);
  let before = 0;
  for (const [code, t, ...fields] of batch.events) {
    bytes.push(code);
    field(t - before);
    before = t;
    fields.forEach(field);
  }
  return new Uint8Array(bytes);
}

function encodeMoves(
  moves: readonly number[],
  lastT: number,
  whole: (value: number) => void,
): void {
  let lastX = 0;
  let lastY = 0;
  let guessX = 0;
  let guessY = 0;
  for (let i = 0; i < moves.length; ) {
    const step = (moves[i++] as number) - lastT;
    const stepX = (moves[i++] as number) - lastX;
    const stepY = (moves[i++] as number) - lastY;
    const a = zigzag(stepX - guessX);
    const b = zigzag(stepY - guessY);
    const isTimed = step !== usualStepMs;
    whole(2 * (a < b ? b * b + a : a * a + a + b) + Number(isTimed));
    if (isTimed) whole(zigzag(step));
    // The first is no step, but a place.
    guessX = i > 3 ? stepX >> 1 : 0;
    guessY = i > 3 ? stepY >> 1 : 0;
    lastT += step;
    lastX += stepX;
    lastY += stepY;
  }
}

const zigzag = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value);

/** Writes the time of sending (ms since 1970) into a packed batch that has a page block; others stay as they are. */
export function stampSentAt(packed: Uint8Array, sentAt: number): void {
  if (packed[0] !== PACKED_WITH_PAGE) return;
  // A byte takes of a number what is below 256.
  for (let i = SENT_AT_BYTES; i > 0; sentAt /= 256) {
    packed[i--] = sentAt;
  }
}
