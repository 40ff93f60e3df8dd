import type { UpdateFilter } from 'mongodb';
import { repackHeat } from '../heatmap/compact.ts';
import type { CommitContext } from '../ingest/commit-batches.ts';
import { deleteOldCounters } from '../rebuild/delete-old-counters.ts';
import { batches } from '../store/batches.ts';
import { sessions } from '../store/sessions.ts';
import type { SiteDocument } from '../store/sites.ts';
import { runTransaction } from '../store/transaction.ts';
import { countRemains } from './count-remains.ts';
import { type ErasureDocument, erasures } from './erasures.ts';
import { forgetVisitor } from './forget-owned.ts';
import { removeSession } from './remove-session.ts';
import { Removed } from './removed.ts';
import { deleteVisitorLetters } from './visitor-letters.ts';

/** What became of one visitor's data. */
export interface Erased {
  /** Documents that went, by collection, whichever process and attempt took them. */
  readonly removed: ReadonlyMap<string, number>;
  /** Documents that were looked for afterwards, by collection; all zero. */
  readonly remaining: ReadonlyMap<string, number>;
}

/**
 * Finishes an erasure that was begun: session by session, each in a transaction of its own, so it can be taken up again at any
 * point, by any process.
 *
 * @throws where `signal` says so, between two sessions
 */
export async function finishErasure(
  context: CommitContext,
  site: SiteDocument,
  visitor: string,
  signal: AbortSignal,
): Promise<Erased> {
  const { store } = context;
  const of = { site: site.site, visitor };
  await deleteOldCounters(store, site.site);
  for (let name = await findSession(context, of); name; name = await findSession(context, of)) {
    signal.throwIfAborted();
    await note(context, of, await removeSession(context, { site: site.site, session: name }));
  }
  const rest = await runTransaction(store, async (tx) => {
    const removed = new Removed();
    await forgetVisitor(tx, site, visitor, removed);
    return removed;
  });
  rest.addAll(await deleteVisitorLetters(store, of));
  await note(context, of, rest);
  // What was taken back of days that are packed is taken out of them only now.
  await repackHeat(store, site, Date.now());
  const remaining = await countRemains(store, site, visitor);
  const done = await erasures.in(store.db).findOneAndDelete(of);
  return { removed: new Map(Object.entries(done?.removed ?? {})), remaining };
}

interface VisitorOfSite {
  readonly site: string;
  readonly visitor: string;
}

async function findSession(
  { store }: CommitContext,
  of: VisitorOfSite,
): Promise<string | undefined> {
  const projection = { _id: 0, session: 1 };
  const found =
    (await batches.in(store.db).findOne(of, { projection })) ??
    (await sessions.in(store.db).findOne(of, { projection }));
  return found?.session;
}

async function note({ store }: CommitContext, of: VisitorOfSite, { counts }: Removed) {
  const $set = { touchedAt: new Date() };
  const $inc = Object.fromEntries([...counts].map(([name, count]) => [`removed.${name}`, count]));
  await erasures.in(store.db).updateOne(of, { $inc, $set } as UpdateFilter<ErasureDocument>);
}
