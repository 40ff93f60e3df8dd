import { setTimeout as wait } from 'node:timers/promises';
import { Pool } from 'undici';
import { median } from './median.ts';
import { makeSingleBatch } from './visit-batches.ts';

/** Sockets that a crowd opens stay open, as a million browsers would hold theirs. */
const mostUnderWay = 3_500;
const headers = {
  origin: 'https://shop.example',
  'content-type': 'text/plain',
  'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/142.0.0.0 Safari/537.36',
};

/** What came of the batches of one stretch. */
export interface Tally {
  /** How many of each status there were; 0: no answer. */
  readonly statuses: Map<number, number>;
  /** Answers 429 and 503 that do not say when to come again. */
  withoutRetryAfter: number;
  /** Sessions of batches that were answered with 202. */
  readonly accepted: string[];
}

/** Who a stretch's batches are from. */
export interface From {
  readonly site: string;
  /** How many visitors they are from; without it each is from one of its own. */
  readonly visitors?: number;
}

type Single = ReturnType<typeof makeSingleBatch>;

/** Browsers that send to a collector without waiting for one another. */
export class Crowd {
  readonly #pool: Pool;
  #made = 0;
  #underWay = 0;

  constructor(collectorUrl: string) {
    this.#pool = new Pool(collectorUrl, { connections: mostUnderWay, headersTimeout: 60_000 });
  }

  /** Requests without an answer yet. */
  get underWay(): number {
    return this.#underWay;
  }

  close(): Promise<void> {
    return this.#pool.destroy();
  }

  /** 200 at a time, each waiting for its answer. @returns how many a second were accepted */
  async measureCapacity(from: From, tally: Tally, ms: number): Promise<number> {
    const startedAt = performance.now();
    const before = tally.accepted.length;
    const lane = async () => {
      while (performance.now() - startedAt < ms) await this.#send(this.#make(from), tally);
    };
    await Promise.all(Array.from({ length: 200 }, lane));
    return ((tally.accepted.length - before) * 1_000) / (performance.now() - startedAt);
  }

  /** One after another. @returns the median time to an answer, ms */
  async measureCalm(from: From, tally: Tally): Promise<number> {
    const took: number[] = [];
    for (let i = 0; i < 15; i++) took.push(await this.#send(this.#make(from), tally));
    return median(took);
  }

  /** Sends at a pace of its own, whatever the answers, and waits for them in the end. @returns how many a second were sent */
  async pour(from: From, tally: Tally, perSecond: number, ms: number): Promise<number> {
    // Made before: the pace is not to depend on it.
    const all = Array.from({ length: Math.ceil((perSecond * ms) / 1_000) }, () => this.#make(from));
    const startedAt = performance.now();
    let sent = 0;
    for (let passed = 0; passed < ms; passed = performance.now() - startedAt) {
      const due = Math.min(all.length, Math.floor((passed / 1_000) * perSecond));
      for (; sent < due && this.#underWay < mostUnderWay; sent++) {
        void this.#send(all[sent] as Single, tally);
      }
      await wait(5);
    }
    const until = performance.now() + 60_000;
    while (this.#underWay > 0 && performance.now() < until) await wait(50);
    return (sent * 1_000) / ms;
  }

  #make({ site, visitors }: From): Single {
    const number = this.#made++;
    return makeSingleBatch(site, number, visitors && `one-of-few-${number % visitors}`);
  }

  /** @returns how long the answer took, ms */
  async #send({ packed, session }: Single, tally: Tally): Promise<number> {
    const startedAt = performance.now();
    this.#underWay += 1;
    const status = await this.#ask(packed, tally);
    this.#underWay -= 1;
    tally.statuses.set(status, (tally.statuses.get(status) ?? 0) + 1);
    if (status === 202) tally.accepted.push(session);
    return performance.now() - startedAt;
  }

  /** @returns the status; 0 for no answer: then nothing was promised */
  async #ask(body: Uint8Array, tally: Tally): Promise<number> {
    try {
      const path = '/v1/batches';
      const answer = await this.#pool.request({ path, method: 'POST', headers, body });
      await answer.body.dump();
      const asksToWait = answer.statusCode === 429 || answer.statusCode === 503;
      if (asksToWait && !answer.headers['retry-after']) tally.withoutRetryAfter += 1;
      return answer.statusCode;
    } catch {
      return 0;
    }
  }
}

export function makeTally(): Tally {
  return { statuses: new Map(), withoutRetryAfter: 0, accepted: [] };
}
