import { type ClientSession, type Db, MongoError } from 'mongodb';
import type { Store } from './open-store.ts';

/** Where reads and writes of one transaction go. */
export interface Transaction {
  readonly db: Db;
  readonly session: ClientSession;
  /** Whether a mongos leads to many shards: it has to be told the shard key of what is written. */
  readonly sharded: boolean;
}

/** Thrown by `work` where its ground has shifted: everything is to be read and done again. */
export class RunAgainError extends Error {
  override readonly name: string = 'RunAgainError';
}

const DUPLICATE_KEY = 11_000;
const longestPauseMs = 500;

/**
 * Runs `work` in a transaction: all or nothing, acknowledged by a majority with its journal. It runs again from the
 * start, with a new view of the data, after a conflict, a change of primary, or a document that another process
 * inserted first (error 11000, which ends the whole transaction).
 *
 * @throws whatever `work` throws, and the last error after `attempts`
 */
export async function runTransaction<T>(
  store: Store,
  work: (transaction: Transaction) => Promise<T>,
  attempts = 30,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await runOnce(store, work);
    } catch (error) {
      if (attempt >= attempts || !canRunAgain(error)) throw error;
      await pause(Math.random() * Math.min(longestPauseMs, 5 * 2 ** attempt));
    }
  }
}

async function runOnce<T>(store: Store, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const session = store.client.startSession();
  try {
    session.startTransaction({
      readConcern: { level: 'snapshot' },
      writeConcern: { w: 'majority', journal: true },
      readPreference: 'primary',
    });
    const result = await work({ db: store.db, session, sharded: store.sharded });
    await commit(session);
    return result;
  } catch (error) {
    if (session.inTransaction()) await session.abortTransaction().catch(() => undefined);
    throw error;
  } finally {
    await session.endSession();
  }
}

/** A commit whose answer got lost may be asked for again: it is idempotent. */
async function commit(session: ClientSession): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await session.commitTransaction();
      return;
    } catch (error) {
      const unknown =
        error instanceof MongoError && error.hasErrorLabel('UnknownTransactionCommitResult');
      if (!unknown || attempt >= 10) throw error;
      await pause(20 * attempt);
    }
  }
}

function canRunAgain(error: unknown): boolean {
  if (error instanceof RunAgainError) return true;
  if (!(error instanceof MongoError)) return false;
  return error.hasErrorLabel('TransientTransactionError') || error.code === DUPLICATE_KEY;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
