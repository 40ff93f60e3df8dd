import { randomUUID } from 'node:crypto';
import { type Db, MongoServerError } from 'mongodb';
import { type AnalysisRunDocument, analysisRuns, type Stage } from './analysis-runs-collection.ts';

/** What is analysed, by name. */
export interface RunSubject {
  readonly site: string;
  /** null for a page. */
  readonly session: string | null;
  readonly route: string | null;
}

/** One analysis under way. */
export interface Run {
  readonly tell: (stage: Stage) => Promise<void>;
  /** @param analysis what came of it; null: nothing, and it leaves no trace */
  readonly end: (analysis: string | null) => Promise<void>;
}

const duplicateKey = 11_000;

export function nameSubject({ session, route }: RunSubject): string {
  return session === null ? `page/${route}` : `session/${session}`;
}

/**
 * Begins an analysis, unless one of the same subject is under way in any process.
 *
 * @param staleMs a run that has said nothing for so long has died with its process
 * @returns null where one is under way
 */
export async function beginRun(db: Db, subject: RunSubject, staleMs: number): Promise<Run | null> {
  const { site, session } = subject;
  const run = randomUUID();
  const now = new Date();
  const key = { site, subject: nameSubject(subject) };
  const isOver = {
    $or: [{ stage: 'DONE' as const }, { touchedAt: { $lt: new Date(now.getTime() - staleMs) } }],
  };
  try {
    await analysisRuns.in(db).updateOne(
      { ...key, ...isOver },
      {
        $set: {
          ...{ run, stage: 'READING', startedAt: now, touchedAt: now, analysis: null },
          session: session === null ? [] : [session],
        },
      },
      { upsert: true },
    );
  } catch (error) {
    if (error instanceof MongoServerError && error.code === duplicateKey) return null;
    throw error;
  }
  const write = async (change: Partial<AnalysisRunDocument>) => {
    await analysisRuns
      .in(db)
      .updateOne({ ...key, run }, { $set: { ...change, touchedAt: new Date() } });
  };
  return {
    tell: (stage) => write({ stage }),
    end: async (analysis) => {
      if (analysis === null) await analysisRuns.in(db).deleteOne({ ...key, run });
      else await write({ stage: 'DONE', analysis });
    },
  };
}

/** How far the newest analysis of a subject is; null where there is none, or nothing came of it. */
export async function findRun(db: Db, subject: RunSubject): Promise<AnalysisRunDocument | null> {
  return analysisRuns.in(db).findOne({ site: subject.site, subject: nameSubject(subject) });
}
