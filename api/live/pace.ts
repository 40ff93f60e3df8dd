/**
 * Lets what has a name through at once, then again no sooner than `restMs` later: what comes in between waits, and counts as one.
 * Times are ms of any clock that only goes forward.
 */
export class Pace {
  readonly #restMs: number;
  /** When each was let through, oldest first; only the last `restMs` are kept. */
  readonly #letThroughAt = new Map<string, number>();
  readonly #waiting = new Set<string>();

  constructor(restMs: number) {
    this.#restMs = restMs;
  }

  /** Something came. @returns when it may go through: `now`, or later */
  note(key: string, now: number): number {
    this.#waiting.add(key);
    return this.#dueAt(key, now);
  }

  /** Lets through what may go, at most `most`; what came first goes first. */
  take(now: number, most: number): string[] {
    const taken: string[] = [];
    for (const key of this.#waiting) {
      if (taken.length === most) break;
      if (this.#dueAt(key, now) <= now) taken.push(key);
    }
    for (const key of taken) {
      this.#waiting.delete(key);
      this.#letThroughAt.delete(key);
      this.#letThroughAt.set(key, now);
    }
    this.#forget(now);
    return taken;
  }

  /** When the next of those that wait may go through; null where none waits. */
  nextAt(now: number): number | null {
    let next: number | null = null;
    for (const key of this.#waiting) {
      const dueAt = this.#dueAt(key, now);
      if (next === null || dueAt < next) next = dueAt;
    }
    return next;
  }

  #dueAt(key: string, now: number): number {
    const last = this.#letThroughAt.get(key);
    return last === undefined ? now : Math.max(now, last + this.#restMs);
  }

  #forget(now: number): void {
    for (const [key, at] of this.#letThroughAt) {
      if (at + this.#restMs > now) return;
      this.#letThroughAt.delete(key);
    }
  }
}
