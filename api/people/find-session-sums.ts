import type { Db, Filter } from 'mongodb';
import { type SessionDocument, sessions } from '../store/sessions.ts';
import { type DayRange, daysIn } from '../timeline/day-range.ts';
import { addSums, noSessions, readSums, type SessionSums, sumSession } from './session-sums.ts';
import { sessionSums } from './session-sums-collection.ts';

/** Everybody's sums: reads a document a day and part, however many sessions there were. */
export async function findAllSums(
  db: Db,
  { site, generation }: { readonly site: string; readonly generation: number },
  range: DayRange,
): Promise<SessionSums> {
  const documents = await sessionSums
    .in(db)
    .find({ site, generation, day: daysIn(range) })
    .toArray();
  return documents.map(({ sums }) => readSums(sums)).reduce(addSums, noSessions);
}

/** What `sumSession` reads; pages and hovers may be large. */
const projection = { _id: 0, session: 1, device: 1, summary: 1 } as const;

/** One person's sums, from that person's sessions, and which those are. */
export async function findPersonSums(
  db: Db,
  filter: Filter<SessionDocument>,
): Promise<{ readonly sums: SessionSums; readonly sessions: readonly string[] }> {
  const found = await sessions
    .in(db)
    .aggregate<Pick<SessionDocument, 'session' | 'device' | 'summary'>>([
      { $match: filter },
      { $project: projection },
      { $unset: ['summary.pages', 'summary.hovers'] },
    ])
    .toArray();
  return {
    sums: found.map(sumSession).reduce(addSums, noSessions),
    sessions: found.map(({ session }) => session),
  };
}
