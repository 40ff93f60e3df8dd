import type { Db } from 'mongodb';
import { foldSession, type PlacedFact } from '../ingest/fold-session.ts';
import { unpackStored } from '../ingest/incoming-batch.ts';
import { batches } from '../store/batches.ts';
import type { SessionDocument } from '../store/sessions.ts';
import type { SiteDocument } from '../store/sites.ts';

/** By the document that an operation found, so that what is folded for one part of its heatmap serves the others. */
const folded = new WeakMap<SessionDocument, Promise<readonly PlacedFact[]>>();

/**
 * Everything that one session did, folded from its batches as ingest does it: so a session's heatmap is exact in every
 * layer, also where no event is stored (movement, time on screen). Facts that a later one withdraws come with both signs.
 */
export function findSessionFacts(
  db: Db,
  site: SiteDocument,
  session: SessionDocument,
): Promise<readonly PlacedFact[]> {
  const known = folded.get(session) ?? foldAgain(db, site, session);
  folded.set(session, known);
  return known;
}

async function foldAgain(
  db: Db,
  site: SiteDocument,
  session: SessionDocument,
): Promise<readonly PlacedFact[]> {
  const stored = await batches
    .in(db)
    .find({ site: site.site, session: session.session })
    .sort({ view: 1, seq: 1 })
    .toArray();
  const fresh = stored.map(unpackStored);
  return foldSession({ site, session, views: [], later: new Map(), fresh }).facts;
}
