import type { CommitContext } from '../ingest/commit-batches.ts';
import { foldSession, rulesOf } from '../ingest/fold-session.ts';
import { makeTallies, tallyChange } from '../ingest/tally-change.ts';
import { describeAgain } from '../ingest/write-batches.ts';
import { writeDerived, writeTallies } from '../ingest/write-changes.ts';
import { sequences } from '../sequences/sequences-collection.ts';
import { events } from '../store/events.ts';
import { sessions } from '../store/sessions.ts';
import { sites } from '../store/sites.ts';
import { runTransaction } from '../store/transaction.ts';
import { views } from '../store/views.ts';
import { loadBatches, type SessionName } from './load-session.ts';

/**
 * Makes everything that is derived from a session's batches anew, and counts it in the new generation of counters. The old
 * generation is left as it is: it is read until all sessions are in the new one.
 */
export function rebuildSession(
  { store, part, aggregates }: CommitContext,
  name: SessionName,
  generation: number,
): Promise<void> {
  return runTransaction(store, async (tx) => {
    const { db, session: inTx } = tx;
    const site = await sites.in(db).findOne({ site: name.site }, { session: inTx });
    const before = await sessions.in(db).findOne({ ...name }, { session: inTx });
    // It began, or was rebuilt, after the new generation did.
    if (!site || (before && before.generation >= generation)) return;
    const fresh = await loadBatches(tx, name);
    const rules = rulesOf(site);
    const now = foldSession({ site, session: null, views: [], later: new Map(), fresh, rules });
    const version = (before?.version ?? 0) + 1;
    const after = now.after && { ...now.after, version, generation };
    await events.in(db).deleteMany({ ...name }, { session: inTx });
    await views.in(db).deleteMany({ ...name }, { session: inTx });
    await sequences.in(db).deleteMany({ ...name }, { session: inTx });
    if (before && !after) await sessions.in(db).deleteOne({ ...name }, { session: inTx });
    await writeDerived(tx, [{ ...now, before, after, version }]);
    await describeAgain(tx, now, now.fresh);
    const tallies = makeTallies();
    tallyChange(tallies, aggregates, site, { before: null, after, facts: now.facts }, [generation]);
    await writeTallies(tx, tallies, part);
  });
}
