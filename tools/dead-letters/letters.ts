import type { Filter, FindCursor, WithId } from 'mongodb';
import { type DeadLetterDocument, deadLetters } from '../../api/store/dead-letters.ts';
import type { Store } from '../../api/store/open-store.ts';

/** Which dead letters are meant. */
export interface LetterChoice {
  /** Their site; '' where it could not be told. */
  readonly site?: string | undefined;
  /** Only those whose reason has this in it. */
  readonly reason?: string | undefined;
  /** Only those that came before. */
  readonly before?: Date | undefined;
}

export type Letter = WithId<DeadLetterDocument>;

/** The letters that are meant, the oldest first. */
export function findLetters({ db }: Store, choice: LetterChoice): FindCursor<Letter> {
  return deadLetters.in(db).find(toFilter(choice)).sort({ site: 1, receivedAt: 1 });
}

/** @returns how many went */
export async function dropLetters({ db }: Store, choice: LetterChoice): Promise<number> {
  return (await deadLetters.in(db).deleteMany(toFilter(choice))).deletedCount;
}

function toFilter({ site, reason, before }: LetterChoice): Filter<DeadLetterDocument> {
  return {
    ...(site === undefined ? {} : { site }),
    ...(reason === undefined ? {} : { reason: { $regex: escapePattern(reason), $options: 'i' } }),
    ...(before === undefined ? {} : { receivedAt: { $lt: before } }),
  };
}

function escapePattern(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
