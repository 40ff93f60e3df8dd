import type { Db } from 'mongodb';
import { findAllSums, findPersonSums } from './find-session-sums.ts';
import { type ClickedElement, findMostClicked, findMostClickedIn } from './most-clicked.ts';
import { computeMousePattern, type MousePattern } from './mouse-pattern.ts';
import { computeMouseStatistics, type MouseNumbers } from './mouse-statistics.ts';
import type { PersonQuery } from './person-args.ts';

export interface MouseStatistics extends MouseNumbers {
  readonly mostClickedElements: readonly ClickedElement[];
}

export async function findMouseStatistics(db: Db, query: PersonQuery): Promise<MouseStatistics> {
  if (query.filter === null) {
    const sums = await findAllSums(db, query, query.range);
    const mostClickedElements = await findMostClicked(db, query, query.range);
    return { ...computeMouseStatistics(sums), mostClickedElements };
  }
  const { sums, sessions } = await findPersonSums(db, query.filter);
  const mostClickedElements = await findMostClickedIn(db, query.site, sessions);
  return { ...computeMouseStatistics(sums), mostClickedElements };
}

export async function findMousePattern(db: Db, query: PersonQuery): Promise<MousePattern> {
  const sums =
    query.filter === null
      ? await findAllSums(db, query, query.range)
      : (await findPersonSums(db, query.filter)).sums;
  return computeMousePattern(sums);
}
