import type { CommitContext } from '../ingest/commit-batches.ts';
import { fenceCommits } from '../parts/lease.ts';
import { batches } from '../store/batches.ts';
import { sessions } from '../store/sessions.ts';
import { sites } from '../store/sites.ts';
import { runTransaction } from '../store/transaction.ts';
import { deleteOldCounters } from './delete-old-counters.ts';
import type { SessionName } from './load-session.ts';
import { rebuildSession } from './rebuild-session.ts';

export interface RebuildOptions {
  readonly afresh?: boolean;
  readonly onSession?: (done: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Recomputes everything of a site that is derived from its stored batches, session by session, while new batches arrive.
 *
 * Shared counters get a new generation beside the old one. A session that has been rebuilt, or began since, counts in both;
 * the others in the old one only. When all are in the new one, readers are turned to it and the old one is deleted. Both turns
 * make commits under way start anew, so that none goes by what was before. An interrupted rebuild goes on where it stopped: what is in
 * the new generation already is passed over, in a moment each.
 *
 * @param options `afresh`: leave what an interrupted rebuild has done (after a change of the code, say), and begin anew;
 * `onSession`: called after each session, with the number done; `signal`: stop after the session at hand
 * @returns the number of sessions
 * @throws where `signal` says so
 */
export async function rebuildSite(
  context: CommitContext,
  site: string,
  options: RebuildOptions = {},
): Promise<number> {
  const { afresh = false, onSession, signal } = options;
  const generation = await beginGeneration(context, site, afresh);
  let done = 0;
  for await (const name of sessionNames(context, site)) {
    signal?.throwIfAborted();
    await rebuildSession(context, name, generation);
    done++;
    onSession?.(done);
  }
  // Sessions whose batches are gone leave nothing behind.
  const { db } = context.store;
  const left = sessions.in(db).find({ site, generation: { $lt: generation } });
  for await (const { session } of left)
    await rebuildSession(context, { site, session }, generation);
  await endOldGenerations(context, site, generation);
  return done;
}

async function beginGeneration(
  { store }: CommitContext,
  site: string,
  afresh: boolean,
): Promise<number> {
  const generation = await runTransaction(store, async (tx) => {
    const found = await sites.in(tx.db).findOne({ site }, { session: tx.session });
    if (!found) throw new Error(`There is no site "${site}".`);
    const [read = 0, unfinished] = found.generations;
    if (unfinished !== undefined && !afresh) return unfinished;
    const generation = Math.max(...found.generations) + 1;
    const generations = [read, generation];
    await sites.in(tx.db).updateOne({ site }, { $set: { generations } }, { session: tx.session });
    await fenceCommits(tx);
    return generation;
  });
  await deleteOldCounters(store, site);
  return generation;
}

/** Every session that has a batch: a look into the index for each. */
async function* sessionNames({ store }: CommitContext, site: string): AsyncGenerator<SessionName> {
  for (let session = ''; ; ) {
    const next = await batches
      .in(store.db)
      .findOne(
        { site, session: { $gt: session } },
        { sort: { session: 1 }, projection: { session: 1 } },
      );
    if (!next) return;
    session = next.session;
    yield { site, session };
  }
}

async function endOldGenerations(
  { store }: CommitContext,
  site: string,
  generation: number,
): Promise<void> {
  await runTransaction(store, async (tx) => {
    const turned = await sites
      .in(tx.db)
      .updateOne(
        { site, generations: generation },
        { $set: { generations: [generation] } },
        { session: tx.session },
      );
    if (turned.matchedCount === 0) throw new Error(`Another rebuild of "${site}" has begun.`);
    await fenceCommits(tx);
  });
  await deleteOldCounters(store, site);
}
