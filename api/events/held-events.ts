import type { Db } from 'mongodb';
import { decodeBatch } from '../../schema/wire/decode.ts';
import type { KeptFact } from '../fold/fact.ts';
import type { DatedView } from '../ingest/dated-view.ts';
import { makeEventDocument } from '../ingest/event-document.ts';
import type { BatchDocument } from '../store/batches.ts';
import type { EventDocument, EventType } from '../store/events.ts';
import { type PackedView, views } from '../store/views.ts';
import type { EventNode } from './event-node.ts';

/** Types of the facts that lie in batches; a few are documents of their own all the same. */
export const factTypes: readonly EventType[] = ['HOVER', 'SCROLL'];
/** Types of all events that lie there. */
export const heldTypes: readonly EventType[] = ['MOUSE_MOVE', ...factTypes];

/** A batch as far as the facts that lie in it are wanted. */
export type HoldingBatch = Pick<
  BatchDocument,
  'site' | 'session' | 'visitor' | 'view' | 'version' | 'facts'
>;

/** What of a batch is read for them. */
export const holdingFields = {
  _id: 0,
  site: 1,
  session: 1,
  visitor: 1,
  view: 1,
  version: 1,
  facts: 1,
} as const;

export function unpackFacts({ facts }: Pick<BatchDocument, 'facts'>): readonly KeptFact[] {
  return facts ? JSON.parse(facts) : [];
}

/** The facts that lie in a batch, as event documents. @param dated null: its view has no date, so nothing is known of it */
export function unpackEvents(batch: HoldingBatch, dated: DatedView | null): EventDocument[] {
  if (!dated) return [];
  const { site, session, visitor, view, version } = batch;
  const place = { ...dated, site, session, visitor, view };
  return unpackFacts(batch).map((fact) => makeEventDocument(fact, place, version));
}

/** A sample's key is `m<seq>.<place in its batch>`, so that they sort as they were recorded. */
export function unpackSamples(
  stored: Omit<HoldingBatch, 'facts' | 'version'> & Pick<BatchDocument, 'seq' | 'body'>,
  dated: DatedView | null,
): EventNode[] {
  if (!dated) return [];
  const start = dated.startedAt.getTime();
  const { moves } = decodeBatch(stored.body.buffer);
  const { site, session, visitor, view, seq } = stored;
  const batch = `m${String(seq).padStart(8, '0')}`;
  return moves.t.map((t, i) => ({
    site,
    session,
    visitor,
    view,
    key: `${batch}.${String(i).padStart(4, '0')}`,
    type: 'MOUSE_MOVE',
    at: new Date(start + t),
    url: dated.url,
    what: { kind: 'sample', x: moves.x[i] ?? 0, y: moves.y[i] ?? 0 },
  }));
}

/** Finds the dates of batches' views, each once. */
export function makeViewFinder(
  db: Db,
): (of: Pick<PackedView, 'site' | 'session' | 'view'>) => Promise<DatedView | null> {
  const known = new Map<string, Promise<DatedView | null>>();
  return ({ site, session, view }) => {
    const key = `${session}/${view}`;
    const found = known.get(key) ?? findDated(db, { site, session, view });
    known.set(key, found);
    return found;
  };
}

async function findDated(db: Db, name: Pick<PackedView, 'site' | 'session' | 'view'>) {
  const found = await views.in(db).findOne(name, { projection: { _id: 0, dated: 1 } });
  return found?.dated ?? null;
}
