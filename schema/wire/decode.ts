import { limits } from '../limits.ts';
import {
  type Batch,
  type ElementInfo,
  elementStrings,
  type Moves,
  type PageInfo,
  pageNumbers,
  pageStrings,
} from './batch.ts';
import { PACKED, PACKED_WITH_PAGE, SENT_AT_BYTES, usualStepMs } from './encode.ts';
import { type EventType, eventShapes, type WireEvent } from './events.ts';
import { MalformedBatchError } from './malformed.ts';

const shapeByCode = new Map(
  Object.entries(eventShapes).map(([type, shape]) => [
    shape.code as number,
    { type: type as EventType, ...shape },
  ]),
);

/**
 * Unpacks a batch and checks its form (ids, counts, numbers that are whole and safe). `checkBatch` checks its meaning.
 *
 * @throws {MalformedBatchError} with the place (a byte offset and a field) and the reason
 */
export function decodeBatch(packed: Uint8Array): Batch {
  if (packed.length > limits.batchBytes) {
    throw new MalformedBatchError(
      'body',
      `is ${packed.length} bytes, the limit is ${limits.batchBytes}`,
    );
  }
  const reader = new Reader(packed);
  const first = reader.byte('version');
  if (first !== PACKED && first !== PACKED_WITH_PAGE) {
    throw new MalformedBatchError('version', `0x${first.toString(16)} is not known`);
  }
  const sentAt = first === PACKED_WITH_PAGE ? reader.bigEndian('page.sentAt', SENT_AT_BYTES) : 0;
  const session = reader.id('session', 12);
  const visitor = reader.id('visitor', 12);
  const view = reader.id('view', 6);
  const site = reader.string('site');
  const seq = reader.whole('seq');
  const activeMs = reader.whole('activeMs');
  const lost = { moves: reader.whole('lost.moves'), events: reader.whole('lost.events') };
  const page = first === PACKED_WITH_PAGE ? readPage(reader, sentAt) : undefined;
  const elements = readElements(reader);
  const moves = readMoves(reader, activeMs);
  const events = readEvents(reader);
  return { v: 1, site, session, visitor, view, seq, activeMs, page, elements, moves, events, lost };
}

function readPage(reader: Reader, sentAt: number): PageInfo {
  const page: Record<string, number | string> = { sentAt };
  for (const name of pageNumbers) page[name] = reader.signed(`page.${name}`);
  for (const name of pageStrings) page[name] = reader.string(`page.${name}`);
  return page as unknown as PageInfo;
}

function readElements(reader: Reader): ElementInfo[] {
  const count = reader.count('elements', limits.elementsPerBatch);
  const firstElement = count > 0 ? reader.whole('elements') : 0;
  return Array.from({ length: count }, (_, i) => {
    const element: Record<string, number | string> = { index: firstElement + i };
    reader.enter('elements', i);
    for (const name of elementStrings) element[name] = reader.string(name);
    reader.leave();
    return element as unknown as ElementInfo;
  });
}

function readMoves(reader: Reader, activeMs: number): Moves {
  const count = reader.count('moves', limits.movesPerBatch);
  const moves = {
    t: new Array<number>(count),
    x: new Array<number>(count),
    y: new Array<number>(count),
  };
  let t = activeMs;
  let x = 0;
  let y = 0;
  let guessX = 0;
  let guessY = 0;
  for (let i = 0; i < count; i++) {
    const value = reader.whole('moves.x');
    const [a, b] = unpair(Math.floor(value / 2));
    const stepX = unzigzag(a) + guessX;
    const stepY = unzigzag(b) + guessY;
    t += value % 2 === 1 ? reader.signed('moves.t') : usualStepMs;
    x += stepX;
    y += stepY;
    moves.t[i] = t;
    moves.x[i] = x;
    moves.y[i] = y;
    guessX = i > 0 ? stepX >> 1 : 0;
    guessY = i > 0 ? stepY >> 1 : 0;
  }
  return moves;
}

/** The two numbers in one, see `encode.ts`. */
function unpair(pair: number): readonly [a: number, b: number] {
  const rounded = Math.floor(Math.sqrt(pair));
  const root = rounded * rounded > pair ? rounded - 1 : rounded;
  const rest = pair - root * root;
  return rest < root ? [rest, root] : [root, rest - root];
}

const unzigzag = (value: number): number => (value % 2 === 1 ? -(value + 1) / 2 : value / 2);

function readEvents(reader: Reader): WireEvent[] {
  const events: WireEvent[] = [];
  let t = 0;
  while (!reader.done) {
    reader.enter('events', events.length);
    if (events.length === limits.eventsPerBatch) {
      throw reader.refuse('', `is one more than the limit of ${limits.eventsPerBatch}`);
    }
    const code = reader.byte('code');
    const shape = shapeByCode.get(code);
    if (!shape) throw reader.refuse('code', `${code} is not known`);
    t += reader.signed('t');
    const event: Record<string, number | string> = { type: shape.type, t };
    for (const name of shape.numbers) event[name] = reader.signed(name);
    for (const name of shape.strings) event[name] = reader.string(name);
    reader.leave();
    events.push(event as unknown as WireEvent);
  }
  return events;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const base64url = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** A cursor over the bytes; every refusal names the field and the byte where it stood. */
class Reader {
  #at = 0;
  #list: string | undefined;
  #index = 0;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get done(): boolean {
    return this.#at >= this.#bytes.length;
  }

  /** Places are in this entry of a list from here on; their paths are written out only where one is refused. */
  enter(list: string, index: number): void {
    this.#list = list;
    this.#index = index;
  }

  leave(): void {
    this.#list = undefined;
  }

  byte(place: string): number {
    const value = this.#bytes[this.#at];
    if (value === undefined) throw this.refuse(place, 'is cut off');
    this.#at++;
    return value;
  }

  whole(place: string): number {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.byte(place);
      value += (byte % 128) * scale;
      if (scale > 2 ** 49 || value > Number.MAX_SAFE_INTEGER)
        throw this.refuse(place, 'is too large');
      if (byte < 128) return value;
    }
  }

  signed(place: string): number {
    return unzigzag(this.whole(place));
  }

  count(place: string, limit: number): number {
    const value = this.whole(place);
    if (value > limit) throw this.refuse(place, `has ${value} entries, the limit is ${limit}`);
    return value;
  }

  string(place: string): string {
    const length = this.whole(place);
    if (length === 0) return '';
    const bytes = this.#take(place, length);
    try {
      return utf8.decode(bytes);
    } catch {
      throw this.refuse(place, 'is not UTF-8');
    }
  }

  /** `length` is a multiple of three, so that base64 needs no padding. */
  id(place: string, length: number): string {
    const bytes = this.#take(place, length);
    let id = '';
    for (let i = 0; i < length; i += 3) {
      const three = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
      for (let shift = 18; shift >= 0; shift -= 6) id += base64url.charAt((three >> shift) & 63);
    }
    return id;
  }

  bigEndian(place: string, length: number): number {
    return this.#take(place, length).reduce((value, byte) => value * 256 + byte, 0);
  }

  #take(place: string, length: number): Uint8Array {
    if (this.#at + length > this.#bytes.length) throw this.refuse(place, 'is cut off');
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  refuse(place: string, reason: string): MalformedBatchError {
    const path = this.#list ? `${this.#list}[${this.#index}]${place && '.'}${place}` : place;
    return new MalformedBatchError(path, `${reason} (byte ${this.#at})`);
  }
}
