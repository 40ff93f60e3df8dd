import { batches } from '../store/batches.ts';
import { findListed } from '../store/find-listed.ts';
import { sessions } from '../store/sessions.ts';
import type { SiteDocument } from '../store/sites.ts';
import type { Transaction } from '../store/transaction.ts';
import { views } from '../store/views.ts';
import { type SessionInput, viewsToFoldAgain } from './fold-session.ts';
import { type IncomingBatch, unpackStored } from './incoming-batch.ts';
import { readViews } from './read-views.ts';
import { isStill, type KnownSession, type SessionCache } from './session-cache.ts';
import type { ViewDocument } from './view-document.ts';

/** A session's name within all sites. */
export const sessionKey = (of: { readonly site: string; readonly session: string }): string =>
  `${of.site}/${of.session}`;

/** A session as it is stored, with all its views. */
type StoredSession = Pick<SessionInput, 'session' | 'views'>;

/** Reads all that folding `fresh` needs: a query a collection, however many sessions there are. */
export async function loadInputs(
  tx: Transaction,
  fresh: readonly IncomingBatch[],
  sites: ReadonlyMap<string, SiteDocument>,
  cache: SessionCache,
): Promise<SessionInput[]> {
  const groups = Map.groupBy(fresh, ({ batch }) => sessionKey(batch));
  const known = await findKnown(tx, groups, cache);
  const stored = await findSessions(
    tx,
    namesOf(groups, (key) => !known.has(key)),
  );
  const inputs: SessionInput[] = [];
  for (const [key, batchesOfSession] of groups) {
    const site = sites.get(batchesOfSession[0]?.batch.site ?? '');
    if (!site) continue;
    const { session, views: ofSession } = known.get(key) ?? stored(key);
    inputs.push({
      site,
      session,
      views: ofSession,
      later: await loadLater(tx, viewsToFoldAgain(ofSession, batchesOfSession)),
      fresh: batchesOfSession,
    });
  }
  return inputs;
}

type Groups = ReadonlyMap<string, readonly IncomingBatch[]>;

function namesOf(groups: Groups, wanted: (key: string) => boolean) {
  return [...groups].flatMap(([key, [first]]) =>
    first && wanted(key) ? [{ site: first.batch.site, session: first.batch.session }] : [],
  );
}

/** What this process still knows, where nobody has changed it since. */
async function findKnown(
  tx: Transaction,
  groups: Groups,
  cache: SessionCache,
): Promise<ReadonlyMap<string, StoredSession>> {
  const entries = new Map<string, KnownSession>();
  for (const [key, batchesOfSession] of groups) {
    const entry = cache.find(key);
    if (entry && hasStates(entry, batchesOfSession)) entries.set(key, entry);
  }
  const names = namesOf(groups, (key) => entries.has(key));
  if (names.length === 0) return entries;
  const { db } = tx;
  const versions = { site: 1, session: 1, version: 1 };
  const found = await findListed(tx, sessions.in(db), ['session'], names, versions);
  const places = { site: 1, session: 1, view: 1, foldedTo: 1, laterSeqs: 1 };
  const placed = await findListed(tx, views.in(db), ['session'], names, places);
  const sessionByKey = new Map(found.map((session) => [sessionKey(session), session]));
  const viewsByKey = Map.groupBy(placed, sessionKey);
  for (const [key, entry] of entries) {
    if (!isStill(entry, sessionByKey.get(key), viewsByKey.get(key) ?? [])) entries.delete(key);
  }
  return entries;
}

/** Views that are not known at all are new, or the session would have another version. */
function hasStates({ views: known, folded }: KnownSession, fresh: readonly IncomingBatch[]) {
  const names = new Set(known.map(({ view }) => view));
  return fresh.every(({ batch: { view } }) => folded.has(view) || !names.has(view));
}

async function findSessions(
  tx: Transaction,
  names: readonly { readonly site: string; readonly session: string }[],
): Promise<(key: string) => StoredSession> {
  const { db } = tx;
  const found = await findListed(tx, sessions.in(db), ['session'], names);
  const packed = await findListed(tx, views.in(db), ['session'], names);
  const sessionByKey = new Map(found.map((session) => [sessionKey(session), session]));
  const unpacked = await readViews(tx, packed, (view) => sessionByKey.get(sessionKey(view))?.rules);
  const viewsByKey = Map.groupBy(unpacked, sessionKey);
  return (key) => ({ session: sessionByKey.get(key) ?? null, views: viewsByKey.get(key) ?? [] });
}

async function loadLater({ db, session: tx }: Transaction, toFold: readonly ViewDocument[]) {
  const later = new Map<string, readonly IncomingBatch[]>();
  for (const { site, session, view, laterSeqs } of toFold) {
    const stored = await batches
      .in(db)
      .find({ site, session, view, seq: { $in: laterSeqs } }, { session: tx })
      .sort({ seq: 1 })
      .toArray();
    later.set(view, stored.map(unpackStored));
  }
  return later;
}
