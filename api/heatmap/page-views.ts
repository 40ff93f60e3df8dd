import type { Db, Filter } from 'mongodb';
import { startOfDay } from '../sites/site-day.ts';
import { type PackedView, views } from '../store/views.ts';
import type { PageScope } from './heatmap-scope.ts';
import type { WidthRange } from './viewport-band.ts';

/** Exact reading gives up after this: the caller is told which grids and widths are kept ready. */
export const exactReadingMs = 20_000;
/** Nobody looks at a page for longer without a pause that ends the session. */
const longestViewMs = 7 * 86_400_000;

/** The moments of a scope's days: from the first, up to and without the second. */
export function momentsOf({ site, range }: PageScope): readonly [Date, Date] {
  return [
    new Date(startOfDay(site.timeZone, range.fromDay)),
    new Date(startOfDay(site.timeZone, range.toDay + 1)),
  ];
}

export function widthCondition(field: string, widths: WidthRange | null): Record<string, unknown> {
  if (!widths) return {};
  const { min, max } = widths;
  const bounds = { ...(min === null ? {} : { $gte: min }), ...(max === null ? {} : { $lte: max }) };
  return Object.keys(bounds).length > 0 ? { [field]: bounds } : {};
}

/** A view as far as exact reading needs it. */
export type PageView = Pick<PackedView, 'session' | 'view' | 'visitor' | 'dated'>;

/** The views in which something of the scope may have happened, the newest first. */
export function findPageViews(
  db: Db,
  scope: PageScope,
  options: { readonly limit?: number } = {},
): Promise<PageView[]> {
  const [start, end] = momentsOf(scope);
  const earliest = new Date(start.getTime() - longestViewMs);
  const filter = {
    site: scope.site.site,
    'dated.route': scope.route,
    'dated.startedAt': { $gte: earliest, $lt: end },
    ...(scope.device ? { 'dated.device': scope.device } : {}),
    ...widthCondition('dated.viewportWidth', scope.widths),
  } as Filter<PackedView>;
  return views
    .in(db)
    .find(filter, { projection: { _id: 0, session: 1, view: 1, visitor: 1, dated: 1 } })
    .sort({ 'dated.startedAt': -1 })
    .limit(options.limit ?? 0)
    .maxTimeMS(exactReadingMs)
    .toArray();
}

export function viewKey({ session, view }: Pick<PackedView, 'session' | 'view'>): string {
  return `${session}/${view}`;
}
