import type { IncomingBatch } from './forward/incoming-batch.ts';

/** What the Worker is given from outside: `wrangler.toml`, `wrangler secret`, or `startCollector`. */
export interface Env {
  /** The API's address, such as `http://127.0.0.1:5001`. */
  readonly API_URL: string;
  /** Shared with the API; without it nobody can ingest. */
  readonly INGEST_SECRET: string;
  /** Lifts rate, crawler and clock checks for whoever sends it; unset, nobody can. */
  readonly REPLAY_SECRET?: string;
  /** `queue` answers once the batch is in `QUEUE`, `direct` once the API has acknowledged it. */
  readonly FORWARD: 'direct' | 'queue';
  readonly QUEUE?: Queue<IncomingBatch>;
  /** The first retry's delay in the queue; it doubles from there. Default 5. */
  readonly QUEUE_RETRY_SECONDS?: string;
  /** How long the sites' settings are used before they are asked for again. Default 10,000. */
  readonly SITES_CACHE_MS?: string;
  /** Limits of the whole Cloudflare location, beside the exact ones of one isolate. */
  readonly VISITOR_RATE?: RateLimit;
  readonly SITE_RATE?: RateLimit;
}

/** One request's or one socket's surroundings: what functions with effects are handed. */
export interface Scope {
  readonly env: Env;
  /** Keeps work going after its request ended. */
  readonly waitUntil: (work: Promise<unknown>) => void;
}
