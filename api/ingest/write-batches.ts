import type { KeptFact } from '../fold/fact.ts';
import { keptByBatch } from '../fold/keep-facts.ts';
import { batches } from '../store/batches.ts';
import type { Transaction } from '../store/transaction.ts';
import { describeHolding, makeBatchDocument } from './batch-document.ts';
import type { SessionChange } from './fold-session.ts';
import type { IncomingBatch } from './incoming-batch.ts';
import type { ViewDocument } from './view-document.ts';

/** Stores new batches, and what now lies in those that were folded again. */
export async function writeBatches(
  tx: Transaction,
  changes: readonly SessionChange[],
): Promise<void> {
  const documents = changes.flatMap((change) => {
    const find = findContents(change);
    return change.fresh.map((one) => {
      const { view, facts } = find(one);
      return makeBatchDocument(one, view, facts, change.version);
    });
  });
  if (documents.length > 0) await batches.in(tx.db).insertMany(documents, { session: tx.session });
  for (const change of changes) {
    await describeAgain(tx, change, change.again, { version: change.version });
  }
}

/**
 * Writes what lies in stored batches, as the change has it.
 *
 * @param also further fields for each of them
 */
export async function describeAgain(
  tx: Transaction,
  change: SessionChange,
  stored: readonly IncomingBatch[],
  also: { readonly version?: number } = {},
): Promise<void> {
  if (stored.length === 0) return;
  const find = findContents(change);
  const writes = stored.map((one) => {
    const { site, session, view: name, seq } = one.batch;
    const { view, facts } = find(one);
    return {
      updateOne: {
        filter: { site, session, view: name, seq },
        update: { $set: { ...describeHolding(one, view, facts), ...also } },
      },
    };
  });
  await batches.in(tx.db).bulkWrite(writes, { session: tx.session, ordered: false });
}

interface Contents {
  readonly view: ViewDocument | undefined;
  readonly facts: readonly KeptFact[];
}

function findContents({ views, facts }: SessionChange): (of: IncomingBatch) => Contents {
  const viewByName = new Map(views.map((view) => [view.view, view]));
  const factsByView = Map.groupBy(facts, (placed) => placed.view.view);
  const keptByView = new Map([...factsByView].map(([name, all]) => [name, keptByBatch(all)]));
  return ({ batch: { view, seq } }) => ({
    view: viewByName.get(view),
    facts: keptByView.get(view)?.get(seq) ?? [],
  });
}
