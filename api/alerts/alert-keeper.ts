import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { takeJob } from '../jobs/job-lease.ts';
import type { Store } from '../store/open-store.ts';
import { sites } from '../store/sites.ts';
import { alerts } from './alerts-collection.ts';
import { type DeliveryRules, deliverFirings, usualRetryMs } from './deliver-firings.ts';
import { evaluateAlert } from './evaluate-alert.ts';
import { checkWebhookUrl } from './webhook-target.ts';

export interface AlertTimes {
  /** How often alerts are looked at, ms: by one process of all. */
  readonly everyMs: number;
  readonly retryMs: readonly number[];
}

const usualTimes: AlertTimes = { everyMs: 30_000, retryMs: usualRetryMs };

/** Looks at all alerts, by one process at a time, and tells what went off. */
export class AlertKeeper {
  readonly #store: Store;
  readonly #log: Logger;
  readonly #rules: DeliveryRules;
  readonly #everyMs: number;
  readonly #owner = randomUUID();
  readonly #ending = new AbortController();
  #timer: NodeJS.Timeout | null = null;
  #looking: Promise<void> = Promise.resolve();

  constructor(store: Store, log: Logger, localMode: boolean, times: Partial<AlertTimes> = {}) {
    const { everyMs, retryMs } = { ...usualTimes, ...times };
    this.#store = store;
    this.#log = log;
    this.#rules = { localMode, retryMs };
    this.#everyMs = everyMs;
  }

  start(): void {
    this.#timer = setInterval(() => this.wake(), this.#everyMs).unref();
  }

  /** Looks now, after whatever look is under way. */
  wake(): void {
    this.#looking = this.#looking.then(() => this.#look());
  }

  /** @throws {Problem} BAD_USER_INPUT where alerts may not call there */
  checkUrl(url: string): string {
    return checkWebhookUrl(url, this.#rules.localMode);
  }

  /** Waits for the call that is under way. */
  async stop(): Promise<void> {
    this.#ending.abort();
    if (this.#timer) clearInterval(this.#timer);
    await this.#looking;
  }

  async #look(): Promise<void> {
    const { signal } = this.#ending;
    if (signal.aborted) return;
    try {
      await this.#evaluate(signal);
      for (const { site } of await sites.in(this.#store.db).find().toArray()) {
        await deliverFirings(this.#store, site, this.#rules, signal);
      }
    } catch (error) {
      this.#log.warn({ err: error }, 'alerts could not be looked at');
    }
  }

  async #evaluate(ending: AbortSignal): Promise<void> {
    const { db } = this.#store;
    const lease = await takeJob(this.#store, 'alerts', this.#owner);
    if (!lease) return;
    const signal = AbortSignal.any([lease.signal, ending]);
    try {
      for (const site of await sites.in(db).find().toArray()) {
        for (const alert of await alerts.in(db).find({ site: site.site }).toArray()) {
          if (signal.aborted) return;
          await this.#evaluateOne(site, alert);
        }
      }
    } finally {
      // Not quite as long as the timer's turn, so that the turn finds it due.
      await lease.release(this.#everyMs / 2);
    }
  }

  /** One that fails does not keep the others from being looked at. */
  async #evaluateOne(
    site: Parameters<typeof evaluateAlert>[1],
    alert: Parameters<typeof evaluateAlert>[2],
  ): Promise<void> {
    try {
      await evaluateAlert(this.#store, site, alert, Date.now());
    } catch (error) {
      this.#log.warn({ err: error, alert: alert.alert }, 'an alert could not be looked at');
    }
  }
}
