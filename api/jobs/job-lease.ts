import { MongoServerError } from 'mongodb';
import type { Store } from '../store/open-store.ts';
import { jobs } from './jobs-collection.ts';

const leaseMs = 60_000;
const renewEveryMs = 15_000;

/** A job that this process alone may do for now. */
export interface JobLease {
  /** Aborts where the lease was lost: another process may be at it. */
  readonly signal: AbortSignal;
  /** @param nextInMs until it is due again; null: it was not finished, and is due at once */
  readonly release: (nextInMs: number | null) => Promise<void>;
}

/** Takes a job that is due and that nobody does; null where there is nothing to do. */
export async function takeJob(store: Store, name: string, owner: string): Promise<JobLease | null> {
  if (!(await take(store, name, owner))) return null;
  const lost = new AbortController();
  const renew = async () => {
    const expiresAt = new Date(Date.now() + leaseMs);
    const kept = await jobs.in(store.db).updateOne({ _id: name, owner }, { $set: { expiresAt } });
    if (kept.matchedCount === 0) lost.abort();
  };
  // A renewal that fails is tried again at the next turn.
  const timer = setInterval(() => void renew().catch(() => undefined), renewEveryMs).unref();
  return {
    signal: lost.signal,
    release: async (nextInMs) => {
      clearInterval(timer);
      const now = Date.now();
      const done = nextInMs === null ? {} : { finishedAt: new Date(now) };
      const nextAt = new Date(now + (nextInMs ?? 0));
      await jobs
        .in(store.db)
        .updateOne(
          { _id: name, owner },
          { $set: { owner: null, expiresAt: new Date(0), nextAt, ...done } },
        );
    },
  };
}

async function take(store: Store, name: string, owner: string): Promise<boolean> {
  const now = new Date();
  try {
    await jobs.in(store.db).updateOne(
      { _id: name, nextAt: { $lte: now }, expiresAt: { $lte: now } },
      {
        $set: { owner, expiresAt: new Date(now.getTime() + leaseMs) },
        $setOnInsert: { nextAt: now, finishedAt: null },
      },
      { upsert: true },
    );
    return true;
  } catch (error) {
    // The job is there, and not due or taken, so the upsert ran into its id.
    const duplicateKey = 11_000;
    if (error instanceof MongoServerError && error.code === duplicateKey) return false;
    throw error;
  }
}
