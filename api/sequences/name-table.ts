import { type EntryName, readName } from './entry-name.ts';
import type { Stretch } from './stored-sequence.ts';

const lineBreak = 10;
const text = new TextDecoder();

/**
 * Gives each distinct name a number, so that a pass over many sequences compares numbers. Names are looked up by their bytes: millions
 * of lines name the same some hundred things, and none but a new one becomes a string.
 */
export class NameTable {
  readonly #names: EntryName[] = [];
  readonly #lines: Uint8Array[] = [];
  /** An open hash table: a name's number and 1, 0 for an empty place. Its size is a power of two, at most half is taken. */
  #places = new Int32Array(1_024);

  /** The numbers of a sequence's names, by line. */
  numbersOf({ bytes, from, to }: Stretch): number[] {
    const numbers: number[] = [];
    let start = from;
    let hash = seed;
    for (let at = from; at < to; at++) {
      const byte = bytes[at] ?? 0;
      if (byte !== lineBreak) hash = mix(hash, byte);
      else {
        numbers.push(this.#numberOf(bytes, start, at, hash));
        start = at + 1;
        hash = seed;
      }
    }
    numbers.push(this.#numberOf(bytes, start, to, hash));
    return numbers;
  }

  name(number: number): EntryName {
    return this.#names[number] ?? { kind: 'page', route: '', subject: '' };
  }

  #numberOf(bytes: Uint8Array, from: number, to: number, hash: number): number {
    const last = this.#places.length - 1;
    let place = hash & last;
    for (let taken = this.#places[place]; taken; taken = this.#places[place]) {
      if (isSame(this.#lines[taken - 1], bytes, from, to)) return taken - 1;
      place = (place + 1) & last;
    }
    const line = bytes.slice(from, to);
    const number = this.#lines.push(line) - 1;
    this.#names.push(readName(text.decode(line)));
    this.#places[place] = number + 1;
    if (this.#lines.length * 2 > this.#places.length) this.#grow();
    return number;
  }

  #grow(): void {
    const places = new Int32Array(this.#places.length * 4);
    for (const [number, line] of this.#lines.entries()) {
      let place = line.reduce(mix, seed) & (places.length - 1);
      while (places[place]) place = (place + 1) & (places.length - 1);
      places[place] = number + 1;
    }
    this.#places = places;
  }
}

/** FNV-1a, 32 bits (Fowler, Noll, Vo). */
const seed = 0x811c9dc5;
function mix(hash: number, byte: number): number {
  return Math.imul(hash ^ byte, 0x01000193);
}

function isSame(line: Uint8Array | undefined, bytes: Uint8Array, from: number, to: number) {
  if (line?.length !== to - from) return false;
  for (let i = from; i < to; i++) if (line[i - from] !== bytes[i]) return false;
  return true;
}
