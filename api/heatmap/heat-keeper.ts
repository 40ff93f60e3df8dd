import type { Logger } from 'pino';
import type { Store } from '../store/open-store.ts';
import { sites } from '../store/sites.ts';
import { compactHeat } from './compact.ts';

const everyMs = 3_600_000;
/** A start has more urgent things to do; and processes that start together shall not pack at the same moment. */
const firstAfterMs = { least: 60_000, spread: 240_000 } as const;

/** Packs the heat of closed days every hour. */
export class HeatKeeper {
  readonly #store: Store;
  readonly #log: Logger;
  readonly #stop = new AbortController();
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> = Promise.resolve();

  constructor(store: Store, log: Logger) {
    this.#store = store;
    this.#log = log;
  }

  start(): void {
    this.#schedule(firstAfterMs.least + Math.random() * firstAfterMs.spread);
  }

  /** Waits for the transaction that is under way. */
  async stop(): Promise<void> {
    this.#stop.abort();
    if (this.#timer) clearTimeout(this.#timer);
    await this.#running;
  }

  #schedule(afterMs: number): void {
    this.#timer = setTimeout(() => {
      this.#running = this.#keepAll().then(() => {
        if (!this.#stop.signal.aborted) this.#schedule(everyMs);
      });
    }, afterMs).unref();
  }

  async #keepAll(): Promise<void> {
    try {
      for (const site of await sites.in(this.#store.db).find().toArray()) {
        if (this.#stop.signal.aborted) return;
        await compactHeat(this.#store, site, Date.now(), this.#stop.signal);
      }
    } catch (error) {
      this.#log.warn({ err: error }, 'heat could not be packed');
    }
  }
}
