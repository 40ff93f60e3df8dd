import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { CommitContext } from '../ingest/commit-batches.ts';
import { type PartLease, takePart } from '../parts/lease.ts';
import { takeJob } from './job-lease.ts';

/** Work for one process at a time. It is to be safe to end anywhere and to begin again. */
export interface Job {
  readonly name: string;
  readonly everyMs: number;
  readonly run: (context: CommitContext, signal: AbortSignal) => Promise<void>;
}

const lookEveryMs = 30_000;

/**
 * Does the jobs that are due. Whatever writes sums here does so under a part of its own, so that it never holds up the commits of
 * batches.
 */
export class JobRunner {
  readonly #context: CommitContext;
  readonly #log: Logger;
  readonly #jobs: readonly Job[];
  readonly #owner = randomUUID();
  readonly #ending = new AbortController();
  readonly #atWork = new Set<Promise<unknown>>();
  #part: Promise<PartLease> | null = null;
  #timer: NodeJS.Timeout | null = null;
  #looking: Promise<void> | null = null;

  constructor(context: CommitContext, jobs: readonly Job[], log: Logger) {
    this.#context = context;
    this.#jobs = jobs;
    this.#log = log;
  }

  start(): void {
    this.#timer = setInterval(() => void this.look(), lookEveryMs).unref();
  }

  /** Does what is due; resolves when it is done. */
  look(): Promise<void> {
    this.#looking ??= this.#lookOnce().finally(() => {
      this.#looking = null;
    });
    return this.#looking;
  }

  /** Does something at once, beside the jobs; `stop` waits for it. */
  async work<T>(run: (context: CommitContext, signal: AbortSignal) => Promise<T>): Promise<T> {
    const running = this.#ownContext().then((context) => run(context, this.#ending.signal));
    this.#atWork.add(running);
    try {
      return await running;
    } finally {
      this.#atWork.delete(running);
    }
  }

  /** Waits for the transaction that is under way; the rest is for whoever looks next. */
  async stop(): Promise<void> {
    this.#ending.abort();
    if (this.#timer) clearInterval(this.#timer);
    await this.#looking;
    await Promise.allSettled(this.#atWork);
    await (await this.#part)?.release();
  }

  async #lookOnce(): Promise<void> {
    for (const job of this.#jobs) {
      if (this.#ending.signal.aborted) return;
      try {
        await this.#runIfDue(job);
      } catch (error) {
        this.#log.error({ err: error, job: job.name }, 'a job failed');
      }
    }
  }

  async #runIfDue({ name, everyMs, run }: Job): Promise<void> {
    const lease = await takeJob(this.#context.store, name, this.#owner);
    if (!lease) return;
    const signal = AbortSignal.any([lease.signal, this.#ending.signal]);
    try {
      await run(await this.#ownContext(), signal);
    } catch (error) {
      await lease.release(Math.min(everyMs, lookEveryMs));
      throw error;
    }
    await lease.release(signal.aborted ? null : everyMs);
  }

  async #ownContext(): Promise<CommitContext> {
    this.#part ??= takePart(this.#context.store).catch((error: unknown) => {
      this.#part = null;
      throw error;
    });
    return { ...this.#context, part: await this.#part };
  }
}
