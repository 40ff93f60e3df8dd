import type { Db } from 'mongodb';
import { MongoServerError } from 'mongodb';
import { AnalysisFailure } from '../failure.ts';
import { spending } from './spending-collection.ts';

const microsPerUsd = 1_000_000;
const duplicateKey = 11_000;
const dayMs = 86_400_000;

/** Money set aside for one question. */
export interface Reservation {
  /** Gives back what was not needed; more than was set aside is counted too. */
  readonly settle: (spentMicros: number) => Promise<void>;
}

/**
 * Sets aside what a question may cost at most, in one step, so that several processes together stay within the budget.
 *
 * @throws {AnalysisFailure} BUDGET_SPENT, with the time until the next day (UTC)
 */
export async function reserve(
  db: Db,
  budgetUsd: number,
  mostMicros: number,
  now: number,
): Promise<Reservation> {
  const day = new Date(now).toISOString().slice(0, 10);
  const free = budgetUsd * microsPerUsd - mostMicros;
  if (free < 0 || !(await take(db, day, free, mostMicros))) {
    throw new AnalysisFailure(
      'BUDGET_SPENT',
      `Today’s budget for AI insights (${budgetUsd} US dollars) does not allow another question; it begins anew at midnight UTC. GEMINI_DAILY_BUDGET_USD sets it.`,
      { retryAfterSeconds: Math.ceil((dayMs - (now % dayMs)) / 1000) },
    );
  }
  return {
    settle: async (spentMicros) => {
      const micros = spentMicros - mostMicros;
      await spending.in(db).updateOne({ _id: day }, { $inc: { micros } });
    },
  };
}

async function take(db: Db, day: string, free: number, micros: number): Promise<boolean> {
  try {
    await spending
      .in(db)
      .updateOne(
        { _id: day, micros: { $lte: free } },
        { $inc: { micros, questions: 1 } },
        { upsert: true },
      );
    return true;
  } catch (error) {
    // The day is there and has spent more than is free: the upsert ran into its id.
    if (error instanceof MongoServerError && error.code === duplicateKey) {
      return tookAfterRace(db, day, free, micros);
    }
    throw error;
  }
}

/** Two first questions of a day may collide in making its document: whoever lost looks again. */
async function tookAfterRace(db: Db, day: string, free: number, micros: number): Promise<boolean> {
  const taken = await spending
    .in(db)
    .updateOne({ _id: day, micros: { $lte: free } }, { $inc: { micros, questions: 1 } });
  return taken.modifiedCount === 1;
}
