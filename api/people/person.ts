import type { Filter } from 'mongodb';
import { startOfDay } from '../sites/site-day.ts';
import type { SessionDocument } from '../store/sessions.ts';
import type { DayRange } from '../timeline/day-range.ts';

/** Who is meant: an identified user (or, as `userId` has it, a visitor), a visitor, or everybody. */
export interface Person {
  readonly user: string | null;
  readonly visitor: string | null;
}

export function isEverybody({ user, visitor }: Person): boolean {
  return user === null && visitor === null;
}

/** A person's sessions that started in a range of days. */
export function personFilter(
  site: string,
  { user, visitor }: Person,
  range: DayRange,
  timeZone: string,
): Filter<SessionDocument> {
  return {
    site,
    ...(visitor === null ? {} : { visitor }),
    ...(user === null ? {} : { $or: [{ user }, { visitor: user }] }),
    startedAt: {
      $gte: new Date(startOfDay(timeZone, range.fromDay)),
      $lt: new Date(startOfDay(timeZone, range.toDay + 1)),
    },
  };
}
