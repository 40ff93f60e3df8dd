import type { CommitContext } from '../ingest/commit-batches.ts';
import { fenceCommits } from '../parts/lease.ts';
import { batches } from '../store/batches.ts';
import { counterCollections } from '../store/collections.ts';
import { sessions } from '../store/sessions.ts';
import { sites } from '../store/sites.ts';
import { runTransaction } from '../store/transaction.ts';
import type { SessionName } from './load-session.ts';
import { rebuildSession } from './rebuild-session.ts';

/**
 * Recomputes everything of a site that is derived from its stored batches, session by session, while new batches arrive.
 *
 * Shared counters get a new generation beside the old one. A session that has been rebuilt, or began since, counts in both;
 * the others in the old one only. When all are in the new one, readers are turned to it and the old one is deleted. Both turns
 * make commits under way start anew, so that none goes by what was before. An unfinished rebuild is simply begun again.
 *
 * @param onSession called after each session, with the number done
 */
export async function rebuildSite(
  context: CommitContext,
  site: string,
  onSession: (done: number) => void = () => undefined,
): Promise<number> {
  const generation = await beginGeneration(context, site);
  let done = 0;
  for await (const name of sessionNames(context, site)) {
    await rebuildSession(context, name, generation);
    onSession(++done);
  }
  // Sessions whose batches are gone leave nothing behind.
  const { db } = context.store;
  const left = sessions.in(db).find({ site, generation: { $lt: generation } });
  for await (const { session } of left)
    await rebuildSession(context, { site, session }, generation);
  await endOldGenerations(context, site, generation);
  return done;
}

function beginGeneration({ store }: CommitContext, site: string): Promise<number> {
  return runTransaction(store, async (tx) => {
    const found = await sites.in(tx.db).findOne({ site }, { session: tx.session });
    if (!found) throw new Error(`There is no site "${site}".`);
    const [read = 0] = found.generations;
    const generation = Math.max(...found.generations) + 1;
    const generations = [read, generation];
    await sites.in(tx.db).updateOne({ site }, { $set: { generations } }, { session: tx.session });
    await fenceCommits(tx);
    return generation;
  });
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
    await sites
      .in(tx.db)
      .updateOne({ site }, { $set: { generations: [generation] } }, { session: tx.session });
    await fenceCommits(tx);
  });
  for (const counters of counterCollections) {
    await counters.in(store.db).deleteMany({ site, generation: { $ne: generation } });
  }
}
