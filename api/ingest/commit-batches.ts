import { ObjectId } from 'mongodb';
import { visitorHash } from '../erasure/visitor-hash.ts';
import type { PartLease } from '../parts/lease.ts';
import { batches } from '../store/batches.ts';
import { findListed } from '../store/find-listed.ts';
import type { Store } from '../store/open-store.ts';
import { type SiteDocument, sites } from '../store/sites.ts';
import { tombstones } from '../store/tombstones.ts';
import { runTransaction, type Transaction } from '../store/transaction.ts';
import type { Aggregate } from './aggregate.ts';
import { foldSession, type SessionChange, type SessionInput } from './fold-session.ts';
import { batchKey, type IncomingBatch } from './incoming-batch.ts';
import { loadInputs, sessionKey } from './load-inputs.ts';
import type { Outcome } from './outcome.ts';
import type { SessionCache } from './session-cache.ts';
import { makeTallies, ProjectionError, type Tallies, tallyChange } from './tally-change.ts';
import { writeChanges, writeTallies } from './write-changes.ts';

export interface CommitContext {
  readonly store: Store;
  readonly part: PartLease;
  readonly aggregates: readonly Aggregate[];
}

/**
 * Stores batches and all that follows from them in one transaction: all of it or nothing, and nothing twice.
 *
 * @returns an outcome a batch, in the same order, never `RETRY`
 * @throws {ProjectionError} naming the session whose batches can't be taken in; MongoDB's errors
 */
export async function commitBatches(
  context: CommitContext,
  incoming: readonly IncomingBatch[],
  cache: SessionCache,
): Promise<Outcome[]> {
  let changes: readonly SessionChange[] = [];
  const outcomes = await runTransaction(context.store, async (tx) => {
    changes = [];
    const siteByName = await findSites(tx, incoming);
    const refused = await findRefusals(tx, incoming, siteByName);
    const stored = await findStored(tx, incoming);
    const outcomes: Outcome[] = [];
    const fresh: IncomingBatch[] = [];
    for (const one of incoming) {
      const outcome = judge(one, refused, stored);
      outcomes.push(outcome);
      if (outcome.status === 'ACCEPTED' && !outcome.dropped) fresh.push(one);
    }
    if (fresh.length === 0) return outcomes;
    const inputs = await loadInputs(tx, fresh, siteByName, cache);
    changes = await writeAll(tx, context, inputs);
    return outcomes;
  });
  for (const { after, views, others } of changes) {
    if (after) cache.remember(sessionKey(after), after, views, others);
  }
  return outcomes;
}

async function writeAll(
  tx: Transaction,
  { part, aggregates }: CommitContext,
  inputs: readonly SessionInput[],
): Promise<SessionChange[]> {
  const tallies = makeTallies();
  const changes = inputs.map((input) => project(input, aggregates, tallies));
  await writeChanges(tx, changes);
  await writeTallies(tx, tallies, part);
  return changes;
}

/** Everything that could throw for a batch's own sake. */
function project(
  input: SessionInput,
  aggregates: readonly Aggregate[],
  tallies: Tallies,
): SessionChange {
  try {
    const change = identify(foldSession(input));
    tallyChange(tallies, aggregates, input.site, change);
    return change;
  } catch (error) {
    const { site, session } = input.fresh[0]?.batch ?? { site: input.site.site, session: '' };
    throw new ProjectionError({ site, session }, error);
  }
}

/** What will be stored anew gets its id here, so that it is known by it afterwards. */
function identify(change: SessionChange): SessionChange {
  const { before, after, views } = change;
  return {
    ...change,
    after: after && { ...after, _id: before?._id ?? new ObjectId() },
    views: views.map((view) => (view._id ? view : { ...view, _id: new ObjectId() })),
  };
}

/** A batch seen earlier in the same commit is a duplicate too. */
function judge(
  { batch }: IncomingBatch,
  refused: ReadonlyMap<string, Outcome>,
  stored: Set<string>,
): Outcome {
  const refusal = refused.get(batch.site) ?? refused.get(visitorHash(batch));
  if (refusal) return refusal;
  const key = batchKey(batch);
  if (stored.has(key)) return { status: 'DUPLICATE' };
  stored.add(key);
  return { status: 'ACCEPTED' };
}

async function findSites(
  { db, session }: Transaction,
  incoming: readonly IncomingBatch[],
): Promise<Map<string, SiteDocument>> {
  const names = [...new Set(incoming.map(({ batch }) => batch.site))];
  const found = await sites
    .in(db)
    .find({ site: { $in: names } }, { session })
    .toArray();
  return new Map(found.map((site) => [site.site, site]));
}

/**
 * What is answered for sites that are not known, and for visitors who were erased: their batches are taken and dropped, since a
 * rejected one would be kept among the dead letters, and an answer of its own would tell that they were here.
 */
async function findRefusals(
  { db, session }: Transaction,
  incoming: readonly IncomingBatch[],
  siteByName: ReadonlyMap<string, SiteDocument>,
): Promise<Map<string, Outcome>> {
  const refused = new Map<string, Outcome>();
  for (const { batch } of incoming) {
    if (siteByName.has(batch.site)) continue;
    refused.set(batch.site, {
      status: 'REJECTED',
      reason: `Site "${batch.site}" is not known.`,
    });
  }
  const names = [...siteByName.keys()];
  const hashes = [...new Set(incoming.map(({ batch }) => visitorHash(batch)))];
  const erased = await tombstones
    .in(db)
    .find({ site: { $in: names }, visitorHash: { $in: hashes } }, { session })
    .toArray();
  for (const tombstone of erased) {
    refused.set(tombstone.visitorHash, { status: 'ACCEPTED', dropped: true });
  }
  return refused;
}

async function findStored(
  tx: Transaction,
  incoming: readonly IncomingBatch[],
): Promise<Set<string>> {
  const identity = ['session', 'view', 'seq'] as const;
  const wanted = incoming.map(({ batch }) => batch);
  const projection = { site: 1, session: 1, view: 1, seq: 1 };
  const found = await findListed(tx, batches.in(tx.db), identity, wanted, projection);
  return new Set(found.map(batchKey));
}
