import type { ClientSession, Db } from 'mongodb';
import type { SiteRules } from '../fold/fold.ts';
import { batches } from '../store/batches.ts';
import { findListed } from '../store/find-listed.ts';
import type { Stored } from '../store/stored-filter.ts';
import type { PackedView } from '../store/views.ts';
import { foldAll } from './fold-view.ts';
import { type IncomingBatch, unpackStored } from './incoming-batch.ts';
import { unpackView, type ViewDocument } from './view-document.ts';

/** Where to read: within a transaction, or outside of any. */
interface Reading {
  readonly db: Db;
  readonly session?: ClientSession;
}

/**
 * Unpacks stored views, and folds again the few batches that their stored states are behind, all found by one query.
 *
 * @param rulesOf the rules of a view's session; a session that has states has rules
 */
export async function readViews(
  reading: Reading,
  packed: readonly Stored<PackedView>[],
  rulesOf: (view: Name) => SiteRules | undefined,
): Promise<Stored<ViewDocument>[]> {
  const unpacked = packed.map(unpackView);
  const missing = await findMissing(reading, unpacked);
  return unpacked.map((view) => {
    const rules = rulesOf(view);
    return rules ? catchUp(view, missing.get(nameOf(view)) ?? [], rules) : view;
  });
}

type Name = Pick<PackedView, 'site' | 'session' | 'view'>;

const nameOf = ({ site, session, view }: Name) => `${site}/${session}/${view}`;

async function findMissing(
  { db, session }: Reading,
  views: readonly ViewDocument[],
): Promise<ReadonlyMap<string, readonly IncomingBatch[]>> {
  const wanted = views.flatMap(({ site, session: of, view, foldedTo, nextSeq }) =>
    Array.from({ length: nextSeq - foldedTo }, (_, i) => ({
      site,
      session: of,
      view,
      seq: foldedTo + i,
    })),
  );
  if (wanted.length === 0) return new Map();
  const identity = ['session', 'view', 'seq'] as const;
  const stored = await findListed({ session }, batches.in(db), identity, wanted);
  const inOrder = stored.toSorted((a, b) => a.seq - b.seq);
  return new Map(
    [...Map.groupBy(inOrder, nameOf)].map(([name, ofView]) => [name, ofView.map(unpackStored)]),
  );
}

function catchUp(
  view: Stored<ViewDocument>,
  missing: readonly IncomingBatch[],
  rules: SiteRules,
): Stored<ViewDocument> {
  if (!view.state || missing.length === 0) return view;
  const { state } = foldAll(view.state, missing, rules);
  // A tip that is stored with it is from before a gap was closed.
  return { ...view, state, tip: null, summary: state.summary };
}
