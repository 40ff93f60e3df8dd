import { routeOf } from '../sites/route.ts';
import type { SiteDocument } from '../store/sites.ts';

/** The route that a caller means, who may name a page by its route (`/product/:id`), its path or its whole address. */
export function readRoute(page: string, { routes }: Pick<SiteDocument, 'routes'>): string {
  // A route is its own: what it was made of is not made of again.
  return routeOf(page, routes);
}
