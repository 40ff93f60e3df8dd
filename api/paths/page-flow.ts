/** How a page was come to and left, over all views of it. */
export interface PageFlow {
  readonly page: number;
  readonly views: number;
  /** Sessions that began with it, and that ended with it. */
  readonly entries: number;
  readonly exits: number;
  /** Views that followed right on a view of the same page. */
  readonly reloads: number;
}

export interface Transition {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** Counts views, entries, exits, and steps from page to page. */
export class PageFlowTally {
  readonly #pages = new Map<
    number,
    { views: number; entries: number; exits: number; reloads: number }
  >();
  readonly #transitions = new Map<number, Map<number, number>>();

  take(views: readonly number[]): void {
    for (const [i, page] of views.entries()) {
      const tally = this.#pages.get(page) ?? { views: 0, entries: 0, exits: 0, reloads: 0 };
      this.#pages.set(page, tally);
      tally.views++;
      if (i === 0) tally.entries++;
      const next = views[i + 1];
      if (next === undefined) tally.exits++;
      else this.#count(page, next);
      if (next === page) tally.reloads++;
    }
  }

  pages(): PageFlow[] {
    return [...this.#pages]
      .map(([page, tally]) => ({ page, ...tally }))
      .sort((a, b) => b.views - a.views || a.page - b.page);
  }

  transitions(): Transition[] {
    return [...this.#transitions]
      .flatMap(([from, byTo]) => [...byTo].map(([to, count]) => ({ from, to, count })))
      .sort((a, b) => b.count - a.count || a.from - b.from || a.to - b.to);
  }

  #count(from: number, to: number): void {
    const byTo = this.#transitions.get(from) ?? new Map<number, number>();
    this.#transitions.set(from, byTo);
    byTo.set(to, (byTo.get(to) ?? 0) + 1);
  }
}
