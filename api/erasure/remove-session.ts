import type { CommitContext } from '../ingest/commit-batches.ts';
import { foldSession, type SessionChange, withdrawPlaced } from '../ingest/fold-session.ts';
import { unpackStored } from '../ingest/incoming-batch.ts';
import { readViews } from '../ingest/read-views.ts';
import { makeSessionDocument } from '../ingest/session-document.ts';
import { makeTallies, tallyChange } from '../ingest/tally-change.ts';
import type { ViewDocument } from '../ingest/view-document.ts';
import { writeDerived, writeTallies } from '../ingest/write-changes.ts';
import type { SessionName } from '../rebuild/load-session.ts';
import { writeSequences } from '../sequences/write-sequences.ts';
import { batches } from '../store/batches.ts';
import { collections } from '../store/collections.ts';
import { events } from '../store/events.ts';
import { type SessionDocument, sessions } from '../store/sessions.ts';
import { type SiteDocument, sites } from '../store/sites.ts';
import { runTransaction, type Transaction } from '../store/transaction.ts';
import { views } from '../store/views.ts';
import { forgetSession, forgetVisitor } from './forget-owned.ts';
import { Removed } from './removed.ts';
import { sweepZeros } from './sweep-zeros.ts';

/** Batches that one transaction takes out: far from the 60 s that it may last. A view is never divided. */
const mostBatches = 400;

/**
 * Takes a session out of everything, as if it had never come: batches, events, and its part of every sum and of every count of
 * people. A long one goes some views at a time; in between, everything is as if only the others had come.
 *
 * @returns documents that went, by collection
 */
export async function removeSession(context: CommitContext, name: SessionName): Promise<Removed> {
  const removed = new Removed();
  for (let left = true; left; ) {
    const step = await runTransaction(context.store, (tx) => removeViews(tx, context, name));
    removed.addAll(step.removed);
    left = step.left;
  }
  return removed;
}

interface Step {
  readonly removed: Removed;
  /** Whether there are views of the session still. */
  readonly left: boolean;
}

async function removeViews(
  tx: Transaction,
  { part, aggregates }: CommitContext,
  name: SessionName,
): Promise<Step> {
  const { db, session: inTx } = tx;
  const removed = new Removed();
  const site = await sites.in(db).findOne({ site: name.site }, { session: inTx });
  if (!site) return { removed, left: false };
  const before = await sessions.in(db).findOne({ ...name }, { session: inTx });
  const all = await views
    .in(db)
    .find({ ...name }, { session: inTx })
    .sort({ view: 1 })
    .toArray();
  const { going, staying } = divide(await readViews(tx, all, () => before?.rules));
  const change = await withdrawViews(tx, site, before, going, staying);
  const tallies = makeTallies();
  tallyChange(tallies, aggregates, site, change);
  await writeTallies(tx, tallies, part);
  await sweepZeros(tx, name.site, tallies.sums, removed);
  await deleteViews(tx, name, staying.length === 0 ? null : going, removed);
  if (staying.length > 0) {
    await writeShortened(tx, name, change, removed);
    await writeSequences(tx, [change]);
    return { removed, left: true };
  }
  const visitor = before?.visitor ?? all[0]?.visitor;
  await forgetSession(tx, site, name.session, removed);
  if (visitor !== undefined) await forgetVisitor(tx, site, visitor, removed);
  return { removed, left: false };
}

/** As many views as fit into one transaction, one at least. */
function divide(all: readonly ViewDocument[]) {
  let count = 0;
  const fitting = all.findIndex((view, i) => {
    count += view.nextSeq + view.laterSeqs.length;
    return i > 0 && count > mostBatches;
  });
  const end = fitting === -1 ? all.length : fitting;
  return { going: all.slice(0, end).map(({ view }) => view), staying: all.slice(end) };
}

/** What the views gave is what folding their batches gives: all of it is taken back. */
async function withdrawViews(
  { db, session: inTx }: Transaction,
  site: SiteDocument,
  before: SessionDocument | null,
  going: readonly string[],
  staying: readonly ViewDocument[],
) {
  const [first] = going;
  if (!before || first === undefined) return { before, after: null, facts: [] };
  const { session, rules, generation } = before;
  const stored = await batches
    .in(db)
    .find({ site: site.site, session, view: { $in: [...going] } }, { session: inTx })
    .sort({ view: 1, seq: 1 })
    .toArray();
  const fresh = stored.map(unpackStored);
  const then = foldSession({ site, session: null, views: [], later: new Map(), fresh, rules });
  const after = makeSessionDocument(staying, { version: before.version + 1, rules, generation });
  return { before, after, facts: withdrawPlaced(then.facts) };
}

/** The session as its other views make it. */
async function writeShortened(
  tx: Transaction,
  name: SessionName,
  change: Pick<SessionChange, 'before' | 'after' | 'facts'>,
  removed: Removed,
): Promise<void> {
  const { db, session: inTx } = tx;
  const { after } = change;
  if (after) {
    const nothingNew = {
      views: [],
      newViews: new Set<string>(),
      others: [],
      ended: [],
      newlyDated: [],
      fresh: [],
      again: [],
      version: after.version,
    };
    await writeDerived(tx, [{ ...change, ...nothingNew }]);
  } else {
    removed.add(sessions, await sessions.in(db).deleteMany({ ...name }, { session: inTx }));
    await deleteWithSession(tx, name, removed);
  }
}

/** @param going the views to delete; null: all there is of the session */
async function deleteViews(
  tx: Transaction,
  name: SessionName,
  going: readonly string[] | null,
  removed: Removed,
): Promise<void> {
  const { db, session: inTx } = tx;
  const which = going ? { ...name, view: { $in: [...going] } } : { ...name };
  for (const collection of [batches, views, events]) {
    removed.add(
      collection,
      await db.collection(collection.name).deleteMany(which, { session: inTx }),
    );
  }
  if (going) return;
  removed.add(sessions, await sessions.in(db).deleteMany({ ...name }, { session: inTx }));
  await deleteWithSession(tx, name, removed);
}

/** What else is kept of a session for as long as there is one. */
async function deleteWithSession(
  { db, session: inTx }: Transaction,
  name: SessionName,
  removed: Removed,
): Promise<void> {
  for (const collection of collections) {
    if (collection.retention !== 'with-session') continue;
    if (collection.name === views.name || collection.name === events.name) continue;
    const result = await db.collection(collection.name).deleteMany({ ...name }, { session: inTx });
    removed.add(collection, result);
  }
}
