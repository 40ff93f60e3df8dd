/**
 * An async iterable that keeps, for a slow reader, only the newest value of each key: it can fall behind in time, never in memory.
 */
export class Mailbox<T> implements AsyncIterableIterator<T> {
  readonly #values = new Map<string, T>();
  readonly #onClose: () => void;
  #wake: (() => void) | null = null;
  #closed = false;

  constructor(onClose: () => void) {
    this.#onClose = onClose;
  }

  put(key: string, value: T): void {
    if (this.#closed) return;
    this.#values.set(key, value);
    this.#wake?.();
  }

  async next(): Promise<IteratorResult<T>> {
    for (;;) {
      const [entry] = this.#values;
      if (entry) {
        this.#values.delete(entry[0]);
        return { done: false, value: entry[1] };
      }
      if (this.#closed) return { done: true, value: undefined };
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      this.#wake = null;
    }
  }

  return(): Promise<IteratorResult<T>> {
    if (!this.#closed) {
      this.#closed = true;
      this.#values.clear();
      this.#onClose();
      this.#wake?.();
    }
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
