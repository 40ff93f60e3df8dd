import { type EntryName, readName } from './entry-name.ts';

/** Gives each distinct name a number, so that a pass over many sequences compares numbers. */
export class NameTable {
  readonly #numbers = new Map<string, number>();
  readonly #names: EntryName[] = [];

  /** The numbers of a sequence's names, by line. */
  numbersOf(names: string): number[] {
    return names.split('\n').map((line) => this.#numberOf(line));
  }

  name(number: number): EntryName {
    return this.#names[number] ?? { kind: 'page', route: '', subject: '' };
  }

  #numberOf(line: string): number {
    const known = this.#numbers.get(line);
    if (known !== undefined) return known;
    const number = this.#names.push(readName(line)) - 1;
    this.#numbers.set(line, number);
    return number;
  }
}
