/** A way and how often it was taken. */
export interface CountedWay {
  readonly pages: readonly number[];
  readonly count: number;
}

/** Counts whole ways. A way is known by the number of the way without its last page, and that page. */
export class WayCounter {
  readonly #numbers = new Map<number, number>();
  readonly #parents: number[] = [-1];
  readonly #pages: number[] = [-1];
  readonly #counts: number[] = [0];

  take(way: readonly number[]): void {
    let place = 0;
    for (const page of way) place = this.#step(place, page);
    this.#counts[place] = (this.#counts[place] ?? 0) + 1;
  }

  /** The most frequent ones. */
  close(most: number): CountedWay[] {
    const taken = this.#counts.flatMap((count, place) => (count > 0 ? [{ count, place }] : []));
    return taken
      .sort((a, b) => b.count - a.count || a.place - b.place)
      .slice(0, most)
      .map(({ count, place }) => ({ count, pages: this.#pagesTo(place) }));
  }

  #step(place: number, page: number): number {
    const key = place * 2 ** 21 + page;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const next = this.#parents.push(place) - 1;
    this.#pages.push(page);
    this.#counts.push(0);
    this.#numbers.set(key, next);
    return next;
  }

  #pagesTo(end: number): number[] {
    const pages: number[] = [];
    for (let place = end; place > 0; place = this.#parents[place] ?? 0) {
      pages.push(this.#pages[place] ?? -1);
    }
    return pages.reverse();
  }
}
