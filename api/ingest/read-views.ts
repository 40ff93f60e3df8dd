import type { ClientSession, Db } from 'mongodb';
import type { SiteRules } from '../fold/fold.ts';
import { batches } from '../store/batches.ts';
import { findListed } from '../store/find-listed.ts';
import type { Stored } from '../store/stored-filter.ts';
import type { PackedView } from '../store/views.ts';
import { foldAll } from './fold-view.ts';
import { type IncomingBatch, unpackStored } from './incoming-batch.ts';
import { mostBehind, unpackView, type ViewDocument } from './view-document.ts';

/** Where to read: within a transaction, or outside of any. */
interface Reading {
  readonly db: Db;
  readonly session?: ClientSession;
}

/**
 * Unpacks stored views, and folds again the few batches that followed what is stored of them, all found by one query.
 *
 * @param rulesOf the rules of a view's session; a session that has states has rules
 */
export async function readViews(
  reading: Reading,
  packed: readonly Stored<PackedView>[],
  rulesOf: (view: Name) => SiteRules | undefined,
): Promise<Stored<ViewDocument>[]> {
  const unpacked = packed.map(unpackView);
  const following = await findFollowing(reading, unpacked);
  return unpacked.map((view) => {
    const rules = rulesOf(view);
    return rules ? catchUp(view, following.get(nameOf(view)) ?? [], rules) : view;
  });
}

type Name = Pick<PackedView, 'site' | 'session' | 'view'>;

const nameOf = ({ site, session, view }: Name) => `${site}/${session}/${view}`;

async function findFollowing(
  { db, session }: Reading,
  views: readonly ViewDocument[],
): Promise<ReadonlyMap<string, readonly IncomingBatch[]>> {
  const goesOn = views.filter(
    ({ state, laterSeqs, isOver }) => state && laterSeqs.length === 0 && !isOver,
  );
  const wanted = goesOn.flatMap(({ site, session: of, view, foldedTo }) =>
    Array.from({ length: mostBehind }, (_, i) => ({ site, session: of, view, seq: foldedTo + i })),
  );
  if (wanted.length === 0) return new Map();
  const identity = ['session', 'view', 'seq'] as const;
  const stored = await findListed({ session }, batches.in(db), identity, wanted);
  const inOrder = stored.toSorted((a, b) => a.seq - b.seq);
  return new Map(
    [...Map.groupBy(inOrder, nameOf)].map(([name, ofView]) => [name, ofView.map(unpackStored)]),
  );
}

/** Where batches are taken in meanwhile, those beyond a gap are left out: the view that was read does not know of it. */
function catchUp(
  view: Stored<ViewDocument>,
  following: readonly IncomingBatch[],
  rules: SiteRules,
): Stored<ViewDocument> {
  if (!view.state) return view;
  const inLine = following.filter(({ batch }, i) => batch.seq === view.foldedTo + i);
  if (inLine.length === 0) return view;
  const { state } = foldAll(view.state, inLine, rules);
  return { ...view, nextSeq: view.foldedTo + inLine.length, state, summary: state.summary };
}
