import type { Filter } from 'mongodb';
import type { Context } from '../graphql/context.ts';
import { requireSite } from '../sites/require-site.ts';
import type { SessionDocument } from '../store/sessions.ts';
import { type DayRange, makeDayRange, type PeriodArgs } from '../timeline/day-range.ts';
import { isEverybody, type Person, personFilter } from './person.ts';

/** What a caller says of who is meant, and when. */
export interface PersonArgs extends PeriodArgs {
  readonly site?: string | null | undefined;
  readonly user?: string | null | undefined;
  readonly visitor?: string | null | undefined;
}

/** Whose sessions, over which days. */
export interface PersonQuery {
  readonly site: string;
  /** The site's generation that is read: `generations[0]`. */
  readonly generation: number;
  readonly range: DayRange;
  /** The sessions of one person; null for everybody. */
  readonly filter: Filter<SessionDocument> | null;
  /** Tells queries apart. */
  readonly key: string;
}

export async function makePersonQuery(
  context: Pick<Context, 'findSites'>,
  args: PersonArgs,
): Promise<PersonQuery> {
  const { site, generations, timeZone } = await requireSite(context, args.site);
  const range = makeDayRange(args, timeZone, Date.now());
  const person: Person = { user: args.user || null, visitor: args.visitor || null };
  const generation = generations[0] ?? 0;
  return {
    site,
    generation,
    range,
    filter: isEverybody(person) ? null : personFilter(site, person, range, timeZone),
    key: JSON.stringify([site, generation, person, range]),
  };
}
