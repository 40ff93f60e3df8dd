/** A map of at most `size` entries that forgets the one not asked for longest. */
export class LruMap<K, V> {
  readonly #entries = new Map<K, V>();
  readonly #size: number;

  constructor(size: number) {
    this.#size = size;
  }

  /** The entry of `key`; made, and kept, where there is none. */
  getOr(key: K, make: (key: K) => V): V {
    const known = this.#entries.get(key);
    const value = known ?? make(key);
    // A map keeps the order of insertion: what is set anew goes to its end.
    if (known !== undefined) this.#entries.delete(key);
    else if (this.#entries.size >= this.#size) this.#forgetOldest();
    this.#entries.set(key, value);
    return value;
  }

  #forgetOldest(): void {
    for (const key of this.#entries.keys()) {
      this.#entries.delete(key);
      return;
    }
  }
}
