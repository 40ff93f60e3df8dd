import type { Db } from 'mongodb';
import { pages } from '../pages/pages-collection.ts';
import { type DayRange, daysIn } from '../timeline/day-range.ts';
import { type FieldSum, type FormSum, forms } from './forms-collection.ts';

export interface FormQuery {
  readonly site: string;
  /** The site's generation that is read: `generations[0]`. */
  readonly generation: number;
  /** A page; null for all. */
  readonly route: string | null;
  /** Its name; null for all. */
  readonly form: string | null;
  readonly range: DayRange;
}

/** A field with its sums over the days asked for. */
export interface FieldRow extends Readonly<Record<FieldSum, number>> {
  readonly form: FormRow;
  readonly field: string;
  readonly fieldType: string;
}

/** A form of one page with its sums. */
export interface FormRow extends Readonly<Record<FormSum, number>> {
  readonly query: FormQuery;
  readonly route: string;
  /** Empty for the fields outside forms. */
  readonly form: string;
  /** Views of its page. */
  readonly views: number;
  /** In their order on the page. */
  readonly fields: readonly FieldRow[];
}

interface Sums extends Readonly<Record<FieldSum | FormSum, number>> {
  readonly route: string;
  readonly form: string;
  readonly field: string;
  readonly fieldType: string;
}

const sumNames = [
  ...['starts', 'submitted', 'refusals', 'uses', 'order', 'reached', 'visits', 'timeMs'],
  ...['hesitationMs', 'hesitations', 'changes', 'corrections', 'refills', 'blank', 'left'],
];

/** A site's forms, the most started first. Reads a document a field and day, however many people filled them in. */
export async function findForms(db: Db, query: FormQuery, limit: number): Promise<FormRow[]> {
  const sums = await findSums(db, query);
  const groups = Map.groupBy(sums, ({ route, form }) => JSON.stringify([route, form]));
  const found = [...groups.values()]
    .flatMap((group) => {
      const whole = group.find(({ field, starts }) => field === '' && starts > 0);
      return whole ? [{ whole, rest: group.filter(({ uses }) => uses > 0) }] : [];
    })
    .sort((a, b) => b.whole.starts - a.whole.starts || byPlace(a.whole, b.whole))
    .slice(0, limit);
  const views = await findViews(db, query, new Set(found.map(({ whole }) => whole.route)));
  return found.map(({ whole, rest }) => makeRow(query, whole, rest, views.get(whole.route) ?? 0));
}

function makeRow(query: FormQuery, whole: Sums, rest: readonly Sums[], views: number): FormRow {
  const { route, form, starts, submitted, refusals } = whole;
  const fields: FieldRow[] = [];
  const row: FormRow = { query, route, form, views, starts, submitted, refusals, fields };
  for (const sums of [...rest].sort(byOrder)) fields.push({ ...sums, form: row });
  return row;
}

async function findSums(
  db: Db,
  { site, generation, route, form, range }: FormQuery,
): Promise<Sums[]> {
  const page = { ...(route === null ? {} : { route }), ...(form === null ? {} : { form }) };
  return forms
    .in(db)
    .aggregate<Sums>([
      { $match: { site, generation, ...page, day: daysIn(range) } },
      {
        $group: {
          _id: { route: '$route', form: '$form', field: '$field', fieldType: '$fieldType' },
          ...Object.fromEntries(sumNames.map((name) => [name, { $sum: `$sums.${name}` }])),
        },
      },
      { $replaceWith: { $mergeObjects: ['$$ROOT', '$_id'] } },
      { $unset: '_id' },
    ])
    .toArray();
}

async function findViews(
  db: Db,
  { site, generation, range }: FormQuery,
  routes: ReadonlySet<string>,
): Promise<Map<string, number>> {
  const found = await pages
    .in(db)
    .aggregate<{ _id: string; views: number }>([
      { $match: { site, generation, day: daysIn(range), route: { $in: [...routes] } } },
      { $group: { _id: '$route', views: { $sum: '$sums.views' } } },
    ])
    .toArray();
  return new Map(found.map(({ _id, views }) => [_id, views]));
}

function byPlace(a: Sums, b: Sums): number {
  return a.route < b.route || (a.route === b.route && a.form < b.form) ? -1 : 1;
}

/** By mean place: a form may have changed meanwhile. */
function byOrder(a: Sums, b: Sums): number {
  return a.order / a.uses - b.order / b.uses || (a.field < b.field ? -1 : 1);
}
