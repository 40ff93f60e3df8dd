import type { PageScope } from './heatmap-scope.ts';
import { ALL_DEVICES } from './people-cells.ts';
import type { SumsQuery } from './read-sums.ts';
import { bandsOf } from './viewport-band.ts';

/** The sums of `heat` that a scope adds up, for one of its layers. */
export function heatQuery(scope: PageScope, layer: string): SumsQuery {
  const { device, widths } = scope;
  const bands = widths && bandsOf(widths);
  return {
    ...pageQuery(scope, layer),
    where: { ...(device ? { device } : {}), ...(bands ? { band: { $in: bands } } : {}) },
  };
}

/** The touches of `heatPeople`: over all devices or for one, in one grid (0: bands of depth). */
export function peopleQuery(scope: PageScope, layer: string, grid: number): SumsQuery {
  return { ...pageQuery(scope, layer), where: { scope: scope.device ?? ALL_DEVICES, grid } };
}

function pageQuery({ site, route, range }: PageScope, layer: string): Omit<SumsQuery, 'where'> {
  return { site: site.site, generation: site.generations[0] ?? 0, route, layer, ...range };
}
