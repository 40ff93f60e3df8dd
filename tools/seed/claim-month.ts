import { UserProblem } from '../user-problem.ts';
import type { SeedWishes } from './plan-month.ts';

/** What is remembered of a site that was seeded from this machine. */
export interface SeedRecord {
  readonly wishes: SeedWishes;
  readonly isDone: boolean;
}

/**
 * Whether a month may be made for a site, and when it ends: where an interrupted one goes on, it ends when it did. Batches that are
 * there already change nothing when they come again.
 *
 * @param known sessions that the site has
 * @throws {UserProblem} where sessions would be there twice, or next to others
 */
export function claimMonth(
  wishes: SeedWishes,
  known: number,
  record: SeedRecord | null,
): { readonly wishes: SeedWishes; readonly isResumed: boolean } {
  if (known === 0) return { wishes, isResumed: false };
  const { site } = wishes;
  if (!record || record.isDone) {
    throw new UserProblem(
      `Site ${site} has ${known.toLocaleString('en')} sessions already: seeding it again would double its month. Name another site with --site, or erase that one's data first.`,
    );
  }
  const { sessions, days, seed, until } = record.wishes;
  if (sessions !== wishes.sessions || days !== wishes.days || seed !== wishes.seed) {
    throw new UserProblem(
      `Site ${site} has the beginning of another month. To finish that one: --site ${site} --sessions ${sessions} --days ${days} --seed ${seed}`,
    );
  }
  return { wishes: { ...wishes, until }, isResumed: true };
}
