import { randomUUID } from 'node:crypto';
import { MongoServerError } from 'mongodb';
import type { Store } from '../store/open-store.ts';
import { parts } from '../store/parts.ts';
import { RunAgainError, type Transaction } from '../store/transaction.ts';

const leaseMs = 30_000;
const renewEveryMs = 10_000;

/** The part of the shared counters that its holder alone writes, for as long as it keeps renewing. */
export interface PartLease {
  /** Writes the lease within a commit: two commits under one part, or a commit and a fence, can't both pass. */
  readonly claim: (tx: Transaction) => Promise<number>;
  readonly release: () => Promise<void>;
}

/** The lease had run out and another process took the part: the commit is to be tried again under a new one. */
export class LostLeaseError extends RunAgainError {
  override readonly name = 'LostLeaseError';
}

/** Takes the lowest part that is free, and keeps it. */
export async function takePart(store: Store): Promise<PartLease> {
  const owner = randomUUID();
  let part = await takeFreePart(store, owner);
  const renew = async () => {
    const kept = await parts
      .in(store.db)
      .updateOne({ _id: part, owner }, { $set: { expiresAt: inFuture() } });
    if (kept.matchedCount === 0) part = await takeFreePart(store, owner);
  };
  // A renewal that fails is tried again at the next turn; `claim` notices a lost lease anyway.
  const timer = setInterval(() => void renew().catch(() => undefined), renewEveryMs).unref();
  return {
    claim: async ({ db, session }) => {
      const claimed = await parts
        .in(db)
        .updateOne(
          { _id: part, owner },
          { $set: { expiresAt: inFuture() }, $inc: { writes: 1 } },
          { session },
        );
      if (claimed.matchedCount === 1) return part;
      const lost = part;
      part = await takeFreePart(store, owner);
      throw new LostLeaseError(`Part ${lost} is leased by another process now.`);
    },
    release: async () => {
      clearInterval(timer);
      await parts
        .in(store.db)
        .updateOne({ _id: part, owner }, { $set: { owner: null, expiresAt: new Date(0) } });
    },
  };
}

/**
 * Makes every commit that is under way fail and start anew, seeing what this transaction writes: for changes that no
 * commit may miss, such as a site's rules.
 */
export async function fenceCommits({ db, session }: Transaction): Promise<void> {
  await parts.in(db).updateMany({}, { $inc: { writes: 1 } }, { session });
}

async function takeFreePart(store: Store, owner: string): Promise<number> {
  for (let part = 0; ; part++) {
    if (await take(store, part, owner)) return part;
  }
}

async function take(store: Store, part: number, owner: string): Promise<boolean> {
  try {
    await parts
      .in(store.db)
      .updateOne(
        { _id: part, $or: [{ owner: null }, { owner }, { expiresAt: { $lt: new Date() } }] },
        { $set: { owner, expiresAt: inFuture() }, $inc: { writes: 1 } },
        { upsert: true },
      );
    return true;
  } catch (error) {
    // The part is there and taken, so the upsert ran into its id.
    const duplicateKey = 11_000;
    if (error instanceof MongoServerError && error.code === duplicateKey) return false;
    throw error;
  }
}

function inFuture(): Date {
  return new Date(Date.now() + leaseMs);
}
