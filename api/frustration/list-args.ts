import type { Context } from '../graphql/context.ts';
import { Problem } from '../graphql/problem.ts';
import { requireSite } from '../sites/require-site.ts';
import { routeOf } from '../sites/route.ts';
import type { SiteDocument } from '../store/sites.ts';
import { makeDayRange, type PeriodArgs } from '../timeline/day-range.ts';
import type { ElementQuery } from './element-query.ts';
import type { ElementKind } from './elements-collection.ts';

const mostRows = 100;
const usualRows = 20;

/** @throws {Problem} BAD_USER_INPUT unless it is 1 to 100 */
export function readLimit(limit: number | null | undefined): number {
  const rows = limit ?? usualRows;
  if (rows < 1 || rows > mostRows) {
    throw new Problem('BAD_USER_INPUT', `limit is ${rows}; it must be 1 to ${mostRows}.`);
  }
  return rows;
}

/** What a caller says of the elements meant. */
export interface ElementArgs extends PeriodArgs {
  readonly site?: string | null | undefined;
  readonly page?: string | null | undefined;
}

export async function makeElementQuery(
  context: Pick<Context, 'findSites'>,
  kind: ElementKind,
  args: ElementArgs,
): Promise<ElementQuery> {
  return elementQueryOf(await requireSite(context, args.site), kind, args);
}

export function elementQueryOf(
  site: SiteDocument,
  kind: ElementKind,
  args: Omit<ElementArgs, 'site'>,
): ElementQuery {
  return {
    site: site.site,
    generation: site.generations[0] ?? 0,
    kind,
    route: args.page ? routeOf(args.page, site.routes) : null,
    range: makeDayRange(args, site.timeZone, Date.now()),
  };
}
