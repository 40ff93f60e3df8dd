import type { Db } from 'mongodb';
import type { Connection, PageArgs } from '../graphql/page-args.ts';
import { NameTable } from '../sequences/name-table.ts';
import { readSequences, sequencesIn } from '../sequences/read-sequences.ts';
import { findSessions } from '../session/find-sessions.ts';
import type { SessionDocument } from '../store/sessions.ts';
import { findPaths, type PathEdge, type PathQuestion, rulesOf } from './find-paths.ts';
import { findWays, readViews } from './walk.ts';

/** The newest sessions that are listed behind an edge. */
export const mostBehind = 1_000;

/** The sessions that took an edge, newest first. Sequences are read from the newest on, and no further than needed. */
export async function findEdgeSessions(
  db: Db,
  question: PathQuestion,
  edge: Pick<PathEdge, 'step' | 'near' | 'far'>,
  args: PageArgs,
): Promise<Connection<SessionDocument>> {
  const names = new NameTable();
  const rules = rulesOf(question);
  const shown = await findShownPages(db, question);
  const is = (page: number | undefined, wanted: string | null, step: number) => {
    if (page === undefined) return false;
    const { route } = names.name(page);
    return wanted === null ? !shown.has(`${step} ${route}`) : route === wanted;
  };
  const found: string[] = [];
  await readSequences(db, sequencesIn(question), 'newestFirst', (sequence) => {
    for (const way of findWays(readViews(sequence, names), rules, names)) {
      if (!is(way[edge.step], edge.near, edge.step)) continue;
      if (!is(way[edge.step + 1], edge.far, edge.step + 1)) continue;
      found.push(sequence.session);
      break;
    }
    return found.length < mostBehind;
  });
  return findSessions(db, { site: question.site.site, session: { $in: found } }, args);
}

/** What the other pages are depends on those that are shown. */
async function findShownPages(db: Db, question: PathQuestion): Promise<Set<string>> {
  const { nodes } = await findPaths(db, question);
  return new Set(nodes.flatMap(({ step, page }) => (page === null ? [] : [`${step} ${page}`])));
}
