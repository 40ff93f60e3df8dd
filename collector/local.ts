import { setTimeout as wait } from 'node:timers/promises';
import { Log, LogLevel, Miniflare, type WorkerOptions } from 'miniflare';
import { bundleWorker } from './bundle.ts';

export interface CollectorOptions {
  /** 0, the default, for any free one. */
  readonly port?: number;
  /** The API's address, such as `http://127.0.0.1:5001`. */
  readonly apiUrl: string;
  readonly ingestSecret: string;
  /** Without it nothing can be replayed. */
  readonly replaySecret?: string;
  /** Default `direct`: the local Queue lives in memory only, so its 202 outlives no crash. */
  readonly forward?: 'direct' | 'queue';
  readonly queue?: {
    readonly maxBatchSize?: number;
    readonly maxBatchSeconds?: number;
    readonly maxRetries?: number;
    /** The first retry's delay. */
    readonly retrySeconds?: number;
  };
  /** How long the sites' settings are used before they are asked for again. */
  readonly sitesCacheMs?: number;
  /** Cloudflare's rate limit bindings, which one isolate can do without: its own windows are exact. */
  readonly rateBindings?: { readonly visitor: number; readonly site: number };
  /** A bundle made before; by default the Worker is bundled now. */
  readonly script?: string;
  /** For a test of what the edge tells: `request.cf`. */
  readonly cf?: Readonly<Record<string, unknown>>;
}

export interface RunningCollector {
  readonly url: string;
  /** Waits, at most 10 s, for what was taken and is not acknowledged by the API yet; then ends. */
  readonly stop: () => Promise<void>;
}

const drainMs = 10_000;

/**
 * V8's room for what has just been made grows to tens of MB in each of workerd's isolates, and fills with garbage: 470 MB after 70,000
 * requests to a Worker that does nothing. With 4 MB it stays at 220. It has to be set before workerd starts, and for all of it.
 */
const v8Flags = '--max-semi-space-size=4';

/** Runs the collector in workerd on loopback: the same Worker as on Cloudflare. */
export async function startCollector(options: CollectorOptions): Promise<RunningCollector> {
  const script = options.script ?? (await bundleWorker());
  process.env['MINIFLARE_WORKERD_V8_FLAGS'] ??= v8Flags;
  const miniflare = new Miniflare({
    host: '127.0.0.1',
    port: options.port ?? 0,
    // No place on Earth, and no question to Cloudflare for one.
    cf: { ...options.cf },
    log: new Log(LogLevel.NONE),
    ...workerOptions(options, script),
  });
  const url = (await miniflare.ready).origin;
  return {
    url,
    stop: async () => {
      await drain(url);
      await miniflare.dispose();
    },
  };
}

function workerOptions(options: CollectorOptions, script: string): WorkerOptions {
  const { queue = {}, rateBindings, replaySecret, sitesCacheMs } = options;
  const consumer = {
    maxBatchSize: queue.maxBatchSize ?? 100,
    maxBatchTimeout: queue.maxBatchSeconds ?? 1,
    maxRetries: queue.maxRetries ?? 100,
  };
  const isQueued = options.forward === 'queue';
  return {
    name: 'trailgraph-collector',
    modules: [{ type: 'ESModule', path: 'worker.js', contents: script }],
    compatibilityDate: '2026-07-01',
    bindings: {
      API_URL: options.apiUrl,
      INGEST_SECRET: options.ingestSecret,
      FORWARD: options.forward ?? 'direct',
      QUEUE_RETRY_SECONDS: String(queue.retrySeconds ?? 5),
      ...(replaySecret ? { REPLAY_SECRET: replaySecret } : {}),
      ...(sitesCacheMs === undefined ? {} : { SITES_CACHE_MS: String(sitesCacheMs) }),
    },
    ...(isQueued
      ? {
          queueProducers: { QUEUE: 'trailgraph-batches' },
          queueConsumers: {
            'trailgraph-batches': { ...consumer, deadLetterQueue: 'trailgraph-dead-letters' },
            'trailgraph-dead-letters': consumer,
          },
        }
      : {}),
    ...(rateBindings
      ? {
          ratelimits: {
            VISITOR_RATE: {
              namespace_id: '1001',
              simple: { limit: rateBindings.visitor, period: 60 },
            },
            SITE_RATE: { namespace_id: '1002', simple: { limit: rateBindings.site, period: 60 } },
          },
        }
      : {}),
  };
}

async function drain(url: string): Promise<void> {
  const until = Date.now() + drainMs;
  while (Date.now() < until) {
    const underway = await readUnderway(url).catch(() => 0);
    if (underway === 0) return;
    await wait(50);
  }
}

async function readUnderway(url: string): Promise<number> {
  const response = await fetch(`${url}/health`);
  return ((await response.json()) as { underway: number }).underway;
}
