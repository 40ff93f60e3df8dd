import type { Db } from 'mongodb';
import { visitorHash } from '../erasure/visitor-hash.ts';
import { sessions } from '../store/sessions.ts';
import { tombstones } from '../store/tombstones.ts';
import { type AnalysisDocument, analyses } from './analyses-collection.ts';

/** So many of one session or page are kept. */
const mostKept = 10;

/**
 * Keeps an analysis, and forgets all but the newest ten of its subject. While a model thinks, a session may be erased: what comes
 * for it then is not kept.
 *
 * @returns whether it was kept
 */
export async function saveAnalysis(db: Db, document: AnalysisDocument): Promise<boolean> {
  const { site, analysis } = document;
  await analyses.in(db).insertOne({ ...document });
  // Looked for afterwards: an erasure that begins later finds the analysis itself.
  if (await isAnyGone(db, document)) {
    await analyses.in(db).deleteOne({ site, analysis });
    return false;
  }
  await forgetOldest(db, document);
  return true;
}

async function isAnyGone(db: Db, { site, session, visitor }: AnalysisDocument): Promise<boolean> {
  const hashes = visitor.map((one) => visitorHash({ site, visitor: one }));
  const erased = await tombstones.in(db).findOne({ site, visitorHash: { $in: hashes } });
  if (erased) return true;
  const there = await sessions.in(db).countDocuments({ site, session: { $in: session } });
  return there < session.length;
}

async function forgetOldest(db: Db, { site, route, session }: AnalysisDocument): Promise<void> {
  const [only = ''] = session;
  const old = await findAnalyses(db, { site, route, session: only })
    .skip(mostKept)
    .project<{ analysis: string }>({ analysis: 1 })
    .toArray();
  if (old.length === 0) return;
  const names = old.map(({ analysis }) => analysis);
  await analyses.in(db).deleteMany({ site, analysis: { $in: names } });
}

/** What was said of a session, or of a page (`route`), the newest first. */
export function findAnalyses(
  db: Db,
  of: { readonly site: string; readonly route: string | null; readonly session: string },
) {
  const { site, route, session } = of;
  return analyses
    .in(db)
    .find(route === null ? { site, session, route: null } : { site, route })
    .sort({ createdAt: -1, analysis: 1 });
}
