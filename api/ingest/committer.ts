import type { Logger } from 'pino';
import { inSpan } from '../metrics/in-span.ts';
import { type CommitObserver, reportCommit } from '../metrics/observe-commits.ts';
import { type CommitContext, commitBatches } from './commit-batches.ts';
import { saveDeadLetters } from './dead-letter.ts';
import { type IncomingBatch, writeHandOver } from './incoming-batch.ts';
import type { Lane } from './lane.ts';
import type { Outcome } from './outcome.ts';
import { SessionCache } from './session-cache.ts';
import { ProjectionError } from './tally-change.ts';

export interface CommitterLimits {
  /** Batches in one transaction. */
  readonly commitBatches: number;
  /** How long a commit waits for company, ms. */
  readonly gatherMs: number;
}

export const defaultLimits: CommitterLimits = {
  commitBatches: 400,
  gatherMs: 4,
};

interface Waiting {
  readonly incoming: IncomingBatch;
  readonly settle: (outcome: Outcome) => void;
}

/**
 * Group commit: one transaction at a time per committer; whatever arrives meanwhile, or within a few ms, shares the next. That is
 * what makes many small batches cheap (a transaction costs about as much as ten of them).
 */
export class Committer implements Lane {
  readonly #context: CommitContext;
  readonly #limits: CommitterLimits;
  readonly #log: Logger;
  readonly #observe: CommitObserver | null;
  readonly #cache = new SessionCache();
  #waiting: Waiting[] = [];
  #running: Promise<void> | null = null;

  constructor(
    context: CommitContext,
    log: Logger,
    limits: CommitterLimits = defaultLimits,
    observe: CommitObserver | null = null,
  ) {
    this.#context = context;
    this.#log = log;
    this.#limits = limits;
    this.#observe = observe;
  }

  /** Resolves once all are durable, or refused. */
  commit(incoming: readonly IncomingBatch[]): Promise<Outcome[]> {
    return Promise.all(incoming.map((one) => this.#enqueue(one)));
  }

  /** Finishes what was accepted. */
  async stop(): Promise<void> {
    await this.#running;
  }

  #enqueue(incoming: IncomingBatch): Promise<Outcome> {
    return new Promise((settle) => {
      this.#waiting.push({ incoming, settle });
      this.#running ??= this.#run();
    });
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      if (this.#waiting.length < this.#limits.commitBatches) await pause(this.#limits.gatherMs);
      const group = this.#waiting.splice(0, this.#limits.commitBatches);
      const outcomes = await this.#commitAndTell(group.map(({ incoming }) => incoming));
      group.forEach(({ settle }, i) => {
        settle(outcomes[i] ?? { status: 'RETRY' });
      });
    }
    this.#running = null;
  }

  async #commitAndTell(group: readonly IncomingBatch[]): Promise<Outcome[]> {
    const since = performance.now();
    const attributes = { 'trailgraph.batches': group.length };
    const outcomes = await inSpan('commit', attributes, () => this.#commitGroup(group));
    this.#observe?.(reportCommit(group, outcomes, performance.now() - since));
    return outcomes;
  }

  /** Never throws: what can't be told from a passing failure is answered `RETRY`. */
  async #commitGroup(group: readonly IncomingBatch[]): Promise<Outcome[]> {
    try {
      const outcomes = await commitBatches(this.#context, group, this.#cache);
      await this.#keepRejected(group, outcomes);
      return outcomes;
    } catch (error) {
      if (error instanceof ProjectionError) return await this.#withoutCulprit(group, error);
      this.#log.error({ err: error, batches: group.length }, 'commit failed');
      return group.map(() => ({ status: 'RETRY', reason: 'The database did not take it.' }));
    }
  }

  /** The session that throws goes batch by batch, the others together. */
  async #withoutCulprit(
    group: readonly IncomingBatch[],
    error: ProjectionError,
  ): Promise<Outcome[]> {
    const isCulprit = ({ batch }: IncomingBatch) =>
      batch.site === error.site && batch.session === error.session;
    const [only] = group;
    if (group.length === 1 && only) return [await this.#reject(only, error)];
    const outcomes = new Map<IncomingBatch, Outcome>();
    const others = group.filter((one) => !isCulprit(one));
    const results = others.length > 0 ? await this.#commitGroup(others) : [];
    others.forEach((one, i) => {
      outcomes.set(one, results[i] ?? { status: 'RETRY' });
    });
    for (const one of group.filter(isCulprit)) {
      const [outcome] = await this.#commitGroup([one]);
      outcomes.set(one, outcome ?? { status: 'RETRY' });
    }
    return group.map((one) => outcomes.get(one) ?? { status: 'RETRY' });
  }

  async #reject(incoming: IncomingBatch, error: ProjectionError): Promise<Outcome> {
    this.#log.error({ err: error, site: error.site }, 'a batch could not be taken in');
    const outcome: Outcome = { status: 'REJECTED', reason: error.message };
    try {
      await this.#keepRejected([incoming], [outcome]);
      return outcome;
    } catch (failure) {
      this.#log.error({ err: failure }, 'a dead letter could not be kept');
      return { status: 'RETRY', reason: 'The database did not take it.' };
    }
  }

  async #keepRejected(
    group: readonly IncomingBatch[],
    outcomes: readonly Outcome[],
  ): Promise<void> {
    const letters = group.flatMap((one, i) => {
      const outcome = outcomes[i];
      if (outcome?.status !== 'REJECTED') return [];
      return [
        {
          site: one.batch.site,
          receivedAt: one.receivedAt,
          reason: outcome.reason ?? 'rejected',
          body: Buffer.from(one.body).toString('base64'),
          batch: writeHandOver(one),
        },
      ];
    });
    await saveDeadLetters(this.#context.store, letters);
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
