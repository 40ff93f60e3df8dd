import type { CommitContext } from '../ingest/commit-batches.ts';
import { foldSession, rulesOf, withdrawPlaced } from '../ingest/fold-session.ts';
import { makeTallies, tallyChange } from '../ingest/tally-change.ts';
import { writeDerived, writeTallies } from '../ingest/write-changes.ts';
import { sessions } from '../store/sessions.ts';
import { sites } from '../store/sites.ts';
import { runTransaction } from '../store/transaction.ts';
import { views } from '../store/views.ts';
import { loadBatches, type SessionName } from './load-session.ts';

/**
 * Folds a session again under its site's present rules. What its facts gave under the old ones is withdrawn, so every sum that
 * they are part of is right at once.
 *
 * @returns false where it goes by the present rules already
 */
export function refoldSession(
  { store, part, aggregates }: CommitContext,
  name: SessionName,
): Promise<boolean> {
  return runTransaction(store, async (tx) => {
    const { db, session: inTx } = tx;
    const site = await sites.in(db).findOne({ site: name.site }, { session: inTx });
    const before = await sessions.in(db).findOne({ ...name }, { session: inTx });
    if (!site || !before || before.rules.version === site.rulesVersion) return false;
    const fresh = await loadBatches(tx, name);
    const fromNothing = { site, session: null, views: [], later: new Map(), fresh };
    const then = foldSession({ ...fromNothing, rules: before.rules });
    const now = foldSession({ ...fromNothing, rules: rulesOf(site) });
    if (!now.after) return false;
    const version = before.version + 1;
    const change = {
      ...now,
      before,
      after: { ...now.after, version, generation: before.generation },
      version,
      fresh: [],
      facts: [...withdrawPlaced(then.facts), ...now.facts],
    };
    const tallies = makeTallies();
    tallyChange(tallies, aggregates, site, change);
    await views.in(db).deleteMany({ ...name }, { session: inTx });
    await writeDerived(tx, [change]);
    await writeTallies(tx, tallies, part);
    return true;
  });
}
