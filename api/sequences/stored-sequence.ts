const fields = [
  ...(['session', 'visitor', 'startedAt', 'device', 'browser', 'country', 'referrer'] as const),
  ...(['names', 'entries'] as const),
];
type Field = (typeof fields)[number];

const encodedNames = fields.map((name) => Buffer.from(`${name}\0`));
const placeOf = Object.fromEntries(fields.map((name, place) => [name, place])) as Record<
  Field,
  number
>;

/** Types of BSON elements (bsonspec.org) that a sequence's document is made of. */
const bson = { string: 2, binary: 5, objectId: 7, date: 9, null: 10 } as const;

/** Bytes from one place up to another, the latter not included. */
export interface Stretch {
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly to: number;
}

/**
 * A sequence (`sequences-collection.ts`) read from the bytes that the database sent: only what is asked for becomes a string. A
 * funnel looks at some hundred thousand of these, and of most needs a few bytes.
 */
export class StoredSequence {
  #bytes: Buffer = Buffer.alloc(0);
  /** Where each field's content stands; from -1: it is null, or not there. */
  readonly #from = new Int32Array(fields.length);
  readonly #to = new Int32Array(fields.length);

  /**
   * Turns to another document.
   *
   * @throws for a type of field that no sequence has
   */
  turnTo(document: Uint8Array): void {
    const bytes = Buffer.from(document.buffer, document.byteOffset, document.byteLength);
    this.#bytes = bytes;
    this.#from.fill(-1);
    let at = 4;
    let next = 0;
    for (let type = bytes[at++]; type; type = bytes[at++]) {
      const place = findPlace(bytes, at, next);
      if (place >= 0) next = place + 1;
      at = bytes.indexOf(0, at) + 1;
      at = this.#takeField(place, type, at);
    }
  }

  get session(): string {
    return this.#text('session') ?? '';
  }

  get visitor(): string {
    return this.#text('visitor') ?? '';
  }

  /** ms since 1970. */
  get startedAt(): number {
    const from = this.#from[placeOf.startedAt] ?? 0;
    return this.#bytes.readInt32LE(from + 4) * 2 ** 32 + this.#bytes.readUInt32LE(from);
  }

  /** null: not known. */
  textOf(field: 'device' | 'browser' | 'country' | 'referrer'): string | null {
    return this.#text(field);
  }

  /** The distinct names of its entries, a line each. */
  get names(): Stretch {
    return this.#stretch('names');
  }

  /** Its entries, packed. */
  get entries(): Stretch {
    return this.#stretch('entries');
  }

  /** @returns where the next field begins */
  #takeField(place: number, type: number, at: number): number {
    let [from, to, end] = [at, at, at];
    if (type === bson.string) {
      from = at + 4;
      end = from + this.#bytes.readInt32LE(at);
      to = end - 1;
    } else if (type === bson.binary) {
      from = at + 5;
      to = end = from + this.#bytes.readInt32LE(at);
    } else if (type === bson.date) to = end = at + 8;
    else if (type === bson.objectId) end = at + 12;
    else if (type !== bson.null) throw new Error(`A sequence has a field of BSON type ${type}.`);
    if (place >= 0) {
      this.#from[place] = type === bson.null ? -1 : from;
      this.#to[place] = to;
    }
    return end;
  }

  #text(field: Field): string | null {
    const from = this.#from[placeOf[field]] ?? -1;
    return from < 0 ? null : this.#bytes.toString('utf8', from, this.#to[placeOf[field]]);
  }

  #stretch(field: Field): Stretch {
    const from = this.#from[placeOf[field]] ?? -1;
    const to = this.#to[placeOf[field]] ?? 0;
    return from < 0 ? { bytes: this.#bytes, from: 0, to: 0 } : { bytes: this.#bytes, from, to };
  }
}

/** @param next the field to try first: they nearly always come in one order */
function findPlace(bytes: Uint8Array, at: number, next: number): number {
  for (let tries = 0; tries < fields.length; tries++) {
    const place = (next + tries) % fields.length;
    if (startsWith(bytes, at, encodedNames[place] ?? bytes)) return place;
  }
  return -1;
}

function startsWith(bytes: Uint8Array, at: number, wanted: Uint8Array): boolean {
  for (let i = 0; i < wanted.length; i++) if (bytes[at + i] !== wanted[i]) return false;
  return true;
}
