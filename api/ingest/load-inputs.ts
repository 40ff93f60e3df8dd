import { batches } from '../store/batches.ts';
import { findListed } from '../store/find-listed.ts';
import { sessions } from '../store/sessions.ts';
import type { SiteDocument } from '../store/sites.ts';
import type { Transaction } from '../store/transaction.ts';
import { type ViewDocument, views } from '../store/views.ts';
import { type SessionInput, viewsToFoldAgain } from './fold-session.ts';
import { type IncomingBatch, unpackStored } from './incoming-batch.ts';

/** A session's name within all sites. */
export const sessionKey = (of: { readonly site: string; readonly session: string }): string =>
  `${of.site}/${of.session}`;

/** Reads all that folding `fresh` needs: a query a collection, however many sessions there are. */
export async function loadInputs(
  tx: Transaction,
  fresh: readonly IncomingBatch[],
  sites: ReadonlyMap<string, SiteDocument>,
): Promise<SessionInput[]> {
  const groups = Map.groupBy(fresh, ({ batch }) => sessionKey(batch));
  const names = [...groups.values()].flatMap(([first]) =>
    first ? [{ site: first.batch.site, session: first.batch.session }] : [],
  );
  if (names.length === 0) return [];
  const touched = fresh.map(({ batch: { site, session, view } }) => ({ site, session, view }));
  const { db } = tx;
  const known = await findListed(tx, sessions.in(db), ['session'], names);
  const headOnly = { state: 0, tip: 0 };
  const heads = await findListed(tx, views.in(db), ['session'], names, headOnly);
  const full = await findListed(tx, views.in(db), ['session', 'view'], touched);
  const viewsBySession = Map.groupBy(withStates(heads, full), sessionKey);
  const sessionByKey = new Map(known.map((session) => [sessionKey(session), session]));
  const inputs: SessionInput[] = [];
  for (const [key, batchesOfSession] of groups) {
    const site = sites.get(batchesOfSession[0]?.batch.site ?? '');
    if (!site) continue;
    const ofSession = viewsBySession.get(key) ?? [];
    inputs.push({
      site,
      session: sessionByKey.get(key) ?? null,
      views: ofSession,
      later: await loadLater(tx, viewsToFoldAgain(ofSession, batchesOfSession)),
      fresh: batchesOfSession,
    });
  }
  return inputs;
}

/** Only the views that are touched come with their states. */
function withStates(heads: readonly ViewDocument[], full: readonly ViewDocument[]): ViewDocument[] {
  const key = (view: ViewDocument) => `${sessionKey(view)}/${view.view}`;
  const fullByKey = new Map(full.map((view) => [key(view), view]));
  return heads.map((head) => fullByKey.get(key(head)) ?? { ...head, state: null, tip: null });
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
