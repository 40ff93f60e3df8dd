import type { Logger } from 'pino';
import { dayOf } from '../sites/site-day.ts';
import type { Store } from '../store/open-store.ts';
import { type SiteDocument, sites } from '../store/sites.ts';
import { forgetDays } from '../touches/forget-days.ts';
import { compactHeat } from './compact.ts';

const everyMs = 3_600_000;
/** A start has more urgent things to do; and processes that start together shall not pack at the same moment. */
const firstAfterMs = { least: 60_000, spread: 240_000 } as const;

/** Packs the heat of closed days every hour, and forgets outlived days of visitors once a day. */
export class HeatKeeper {
  readonly #store: Store;
  readonly #log: Logger;
  readonly #forgotten = new Map<string, number>();
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
        if (!this.#stop.signal.aborted) await this.#keep(site, Date.now());
      }
    } catch (error) {
      this.#log.warn({ err: error }, 'heat could not be packed');
    }
  }

  async #keep(site: SiteDocument, now: number): Promise<void> {
    await compactHeat(this.#store, site, now, this.#stop.signal);
    const today = dayOf(site.timeZone, now);
    if (this.#forgotten.get(site.site) === today) return;
    await forgetDays(this.#store.db, site.site, today - site.retentionDays);
    this.#forgotten.set(site.site, today);
  }
}
