import type { AnyBulkWriteOperation } from 'mongodb';
import type { PartLease } from '../parts/lease.ts';
import { writeSequences } from '../sequences/write-sequences.ts';
import { findChangedFields } from '../store/changed-fields.ts';
import { counterCollections } from '../store/collections.ts';
import { type EventDocument, events } from '../store/events.ts';
import { type SessionDocument, sessions } from '../store/sessions.ts';
import { idFilter, storedFilter } from '../store/stored-filter.ts';
import type { Transaction } from '../store/transaction.ts';
import { type PackedView, views } from '../store/views.ts';
import { applyTouches } from '../touches/apply-touches.ts';
import { type EventChange, netEventChanges } from './event-document.ts';
import type { SessionChange } from './fold-session.ts';
import type { Tallies } from './tally-change.ts';
import { packFolded, packView } from './view-document.ts';
import { writeBatches } from './write-batches.ts';

/** Writes new batches and all that follows from them. */
export async function writeChanges(
  tx: Transaction,
  changes: readonly SessionChange[],
): Promise<void> {
  await writeBatches(tx, changes);
  await writeDerived(tx, changes);
}

/** Writes what is derived, and no batch. */
export async function writeDerived(
  tx: Transaction,
  changes: readonly SessionChange[],
): Promise<void> {
  await bulk(
    tx,
    views.in(tx.db),
    changes.flatMap((change) => toViewWrites(tx, change)),
  );
  await bulk(
    tx,
    events.in(tx.db),
    changes.flatMap(({ facts, version }) =>
      netEventChanges(facts, version).map((change) => toEventWrite(tx, change)),
    ),
  );
  await bulk(
    tx,
    sessions.in(tx.db),
    changes.flatMap((change) => toSessionWrite(tx, change)),
  );
  await writeSequences(tx, changes);
}

/** Adds the sums to the shared documents, each under the part that this process holds. */
export async function writeTallies(
  tx: Transaction,
  { sums, touches }: Tallies,
  part: PartLease,
): Promise<void> {
  await applyTouches(tx, touches, sums);
  const held = await part.claim(tx);
  for (const collection of counterCollections) {
    await bulk(tx, collection.in(tx.db), sums.toWrites(tx, collection, held));
  }
}

function toViewWrites(
  tx: Transaction,
  { views: changed, ended, newViews, newlyDated }: SessionChange,
): AnyBulkWriteOperation<PackedView>[] {
  const due = changed.filter(({ foldedTo, nextSeq }) => foldedTo === nextSeq);
  return [...due, ...ended].map((view) => {
    if (newViews.has(view.view)) return { insertOne: { document: packView(view) } };
    const { site, session, laterSeqs, state, tip, dated, foldedTo, isOver } = view;
    const filter = storedFilter(tx, views, view) ?? { site, session, view: view.view };
    const $set = { foldedTo, laterSeqs, isOver, folded: packFolded({ state, tip }) };
    // An index knows its date, which is written once.
    const isNewlyDated = newlyDated.includes(view.view);
    return { updateOne: { filter, update: { $set: isNewlyDated ? { ...$set, dated } : $set } } };
  });
}

function toEventWrite(
  tx: Transaction,
  { action, document }: EventChange,
): AnyBulkWriteOperation<EventDocument> {
  if (action === 'insert') return { insertOne: { document } };
  const filter = idFilter(tx, events, document);
  if (action === 'delete') return { deleteOne: { filter } };
  return { replaceOne: { filter, replacement: document, upsert: true } };
}

function toSessionWrite(
  tx: Transaction,
  { before, after }: SessionChange,
): AnyBulkWriteOperation<SessionDocument>[] {
  if (!after) return [];
  if (!before) return [{ insertOne: { document: after } }];
  const { site, session } = after;
  const update = findChangedFields(before, after);
  const filter = storedFilter(tx, sessions, before) ?? { site, session };
  return update ? [{ updateOne: { filter, update } }] : [];
}

interface BulkTarget<Doc> {
  bulkWrite(
    writes: readonly AnyBulkWriteOperation<Doc & {}>[],
    options: { session: Transaction['session']; ordered: boolean },
  ): Promise<unknown>;
}

async function bulk<Doc>(
  tx: Transaction,
  collection: BulkTarget<Doc>,
  writes: readonly AnyBulkWriteOperation<Doc & {}>[],
): Promise<void> {
  if (writes.length > 0)
    await collection.bulkWrite(writes, { session: tx.session, ordered: false });
}
