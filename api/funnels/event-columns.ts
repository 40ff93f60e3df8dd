import type { FunnelEvent } from './find-run.ts';

const begin = 16_384;

/**
 * The events of many sessions, session after session, as columns: a million objects that live until the last session is read would
 * cost more than all the rest of a funnel.
 */
export class EventColumns {
  #at = new Float64Array(begin);
  #mask = new Int16Array(begin);
  #next = new Int32Array(begin);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** @param mask bit `i` is set where it is step `i` of ten at most */
  push(at: number, mask: number): void {
    if (this.#length === this.#at.length) this.#grow();
    this.#at[this.#length] = at;
    this.#mask[this.#length] = mask;
    this.#next[this.#length] = -1;
    this.#length++;
  }

  maskAt(index: number): number {
    return this.#mask[index] ?? 0;
  }

  /** Number of the name of the next page in the event's session; -1: the session ended. */
  nextAt(index: number): number {
    return this.#next[index] ?? -1;
  }

  /** Says what page came next, of all events from `from` on. */
  setNext(from: number, page: number): void {
    this.#next.fill(page, from, this.#length);
  }

  /** The event as an object, which is to be short-lived. */
  read(index: number, session: number): FunnelEvent & { readonly index: number } {
    return { at: this.#at[index] ?? 0, mask: this.maskAt(index), session, index };
  }

  #grow(): void {
    const room = this.#at.length * 2;
    const at = new Float64Array(room);
    const mask = new Int16Array(room);
    const next = new Int32Array(room);
    at.set(this.#at);
    mask.set(this.#mask);
    next.set(this.#next);
    this.#at = at;
    this.#mask = mask;
    this.#next = next;
  }
}
