import type { Db } from 'mongodb';
import { findSessionsBehind } from '../frustration/find-sessions-behind.ts';
import type { Connection, PageArgs } from '../graphql/page-args.ts';
import type { SessionDocument } from '../store/sessions.ts';
import { daysIn } from '../timeline/day-range.ts';
import type { FormRow } from './find-forms.ts';
import { type FormBond, formSessions } from './forms-collection.ts';

/** The sessions behind a number of a form, or of one of its fields, newest first. */
export function findFormSessions(
  db: Db,
  { query, route, form }: FormRow,
  { field, fieldType }: { readonly field: string; readonly fieldType: string },
  bond: FormBond,
  args: PageArgs,
): Promise<Connection<SessionDocument>> {
  const { site, generation, range } = query;
  const filter = {
    ...{ site, generation, bond, route, form, field, fieldType, day: daysIn(range) },
    'sums.count': { $gt: 0 },
  };
  return findSessionsBehind(db, site, formSessions, filter, args);
}
