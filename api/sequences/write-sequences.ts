import { type AnyBulkWriteOperation, Binary } from 'mongodb';
import type { SessionChange } from '../ingest/fold-session.ts';
import { findChangedFields } from '../store/changed-fields.ts';
import { findListed } from '../store/find-listed.ts';
import type { SessionDocument } from '../store/sessions.ts';
import { storedFilter } from '../store/stored-filter.ts';
import type { Transaction } from '../store/transaction.ts';
import { referrerHost } from './referrer-host.ts';
import { addEntries, type Entry, netEntries, packSequence, unpackSequence } from './sequence.ts';
import { type SequenceDocument, sequences } from './sequences-collection.ts';

/** Brings the sequences of changed sessions up to date; most batches hold movement only and change none. */
export async function writeSequences(
  tx: Transaction,
  changes: readonly Pick<SessionChange, 'after' | 'facts'>[],
): Promise<void> {
  const touched = changes.flatMap(({ after, facts }) => {
    const net = netEntries(facts);
    return after && net.size > 0 ? [{ after, net }] : [];
  });
  if (touched.length === 0) return;
  const names = touched.map(({ after: { site, session } }) => ({ site, session }));
  const stored = await findListed(tx, sequences.in(tx.db), ['session'], names);
  const byName = new Map(stored.map((document) => [nameOf(document), document]));
  const writes = touched.flatMap(({ after, net }): AnyBulkWriteOperation<SequenceDocument>[] => {
    const before = byName.get(nameOf(after));
    const entries = addEntries(before ? readEntriesOf(before) : [], net);
    const document = makeSequenceDocument(after, entries);
    const filter = before && storedFilter(tx, sequences, before);
    if (!before || !filter) return [{ insertOne: { document } }];
    const update = findChangedFields(before, document);
    return update ? [{ updateOne: { filter, update } }] : [];
  });
  if (writes.length === 0) return;
  await sequences.in(tx.db).bulkWrite(writes, { session: tx.session, ordered: false });
}

function makeSequenceDocument(
  { site, session, visitor, startedAt, device, browser, country, referrer }: SessionDocument,
  entries: readonly Entry[],
): SequenceDocument {
  const packed = packSequence(entries, startedAt.getTime());
  return {
    site,
    session,
    visitor,
    startedAt,
    device,
    browser,
    country,
    referrer: referrerHost(referrer),
    names: packed.names,
    entries: new Binary(packed.entries),
  };
}

function readEntriesOf({ names, entries, startedAt }: SequenceDocument): Entry[] {
  return unpackSequence({ names, entries: entries.buffer }, startedAt.getTime());
}

function nameOf({ site, session }: { readonly site: string; readonly session: string }): string {
  return `${site}/${session}`;
}
