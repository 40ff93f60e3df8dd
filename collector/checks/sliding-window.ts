/** Times that lie behind the window are taken out of the list once they are most of it, and at least this many. */
const fewTimes = 32;

/**
 * Lets at most `limit` through in any stretch of `periodMs`, exactly: it remembers when each went through, as long as that matters.
 * So it takes room for what came in one period (twice that at most), however high the limit is.
 */
export class SlidingWindow {
  /** In order; those before `#first` are out of the window. */
  readonly #times: number[] = [];
  #first = 0;

  /** @returns 0 where there is room, else ms until there is */
  waitMs(limit: number, periodMs: number, now: number): number {
    this.#forgetUntil(now - periodMs);
    if (limit <= 0) return periodMs;
    // With this one gone, one less than the limit is left.
    const inTheWay = this.#times.length - limit;
    const time = inTheWay < this.#first ? undefined : this.#times[inTheWay];
    return time === undefined ? 0 : Math.max(0, time + periodMs - now);
  }

  /** Counts one, after {@link waitMs} found room for it. */
  take(now: number): void {
    this.#times.push(now);
  }

  #forgetUntil(end: number): void {
    while ((this.#times[this.#first] ?? Number.POSITIVE_INFINITY) <= end) this.#first++;
    if (this.#first < fewTimes || this.#first < this.#times.length / 2) return;
    this.#times.splice(0, this.#first);
    this.#first = 0;
  }
}
