import type { Db } from 'mongodb';
import { cacheUntilCommit } from '../people/commit-cache.ts';
import { NameTable } from '../sequences/name-table.ts';
import { readSequences } from '../sequences/read-sequences.ts';
import type { FunnelStep } from './step.ts';

/** A step that can be chosen, since the site has it. */
export interface FunnelChoice extends FunnelStep {
  /** Of the newest sessions, those in which it happened. */
  readonly sessions: number;
}

const sessionsRead = 2_000;
const mostOfKind = 200;

/** What happened in the newest sessions of a site, of each kind the most frequent first. */
export function findChoices(db: Db, site: string): Promise<FunnelChoice[]> {
  return cacheUntilCommit(db, JSON.stringify(['choices', site]), async () => {
    const names = new NameTable();
    const counts: number[] = [];
    await readSequences(
      db,
      { site },
      'newestFirst',
      (sequence) => {
        for (const number of names.numbersOf(sequence.names)) {
          counts[number] = (counts[number] ?? 0) + 1;
        }
        return true;
      },
      sessionsRead,
    );
    const choices = counts.map((sessions, number): FunnelChoice => {
      const { kind, route, subject } = names.name(number);
      return { kind, page: route, subject, sessions };
    });
    choices.sort((a, b) => b.sessions - a.sessions);
    return (['page', 'click', 'event'] as const).flatMap((kind) =>
      choices.filter((choice) => choice.kind === kind).slice(0, mostOfKind),
    );
  });
}
