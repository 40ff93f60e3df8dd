/** Lets at most `limit` through in any stretch of `periodMs`, exactly: it remembers when each went through. */
export class SlidingWindow {
  readonly #times: number[] = [];
  #oldest = 0;

  /** The last time it let something through. */
  lastAt = Number.NEGATIVE_INFINITY;

  /** @returns 0 where there is room, else ms until there is */
  waitMs(limit: number, periodMs: number, now: number): number {
    this.#fit(limit);
    if (limit <= 0) return periodMs;
    const oldest = this.#times[this.#oldest];
    return this.#times.length < limit || oldest === undefined
      ? 0
      : Math.max(0, oldest + periodMs - now);
  }

  /** Counts one, after {@link waitMs} found room for it. */
  take(limit: number, now: number): void {
    this.lastAt = now;
    if (this.#times.length < limit) {
      this.#times.push(now);
      return;
    }
    this.#times[this.#oldest] = now;
    this.#oldest = (this.#oldest + 1) % limit;
  }

  /** Times lie in a ring of `limit` places; where the limit was changed, the ring is laid anew. */
  #fit(limit: number): void {
    if (this.#oldest === 0 && this.#times.length <= limit) return;
    if (this.#times.length === limit) return;
    const inOrder = [...this.#times.slice(this.#oldest), ...this.#times.slice(0, this.#oldest)];
    this.#times.splice(0, this.#times.length, ...inOrder.slice(-limit || inOrder.length));
    this.#oldest = 0;
  }
}
