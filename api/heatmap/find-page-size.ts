import type { Store } from '../store/open-store.ts';
import { countHeat, SIZE_STEP_PX } from './count-heat.ts';
import { onRoute } from './fact-heat.ts';
import { heatCounts } from './heat-collections.ts';
import { areWidthsWhole, type HeatmapScope, isPageScope, type PageScope } from './heatmap-scope.ts';
import { addTo } from './packing.ts';
import { readSums } from './read-sums.ts';
import { heatQuery } from './scope-sums.ts';
import { findSessionFacts } from './session-facts.ts';

/** A page's extent in CSS px. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
}

type Weights = Map<string, Map<number, number>>;

/** What a heatmap of an element is drawn on: its box is 100 × 100. */
const elementBox: PageSize = { width: 100, height: 100 };

/**
 * The size that the page typically had: the median over the time for which it was looked at, to 10 px; 0 where nobody was
 * there. Widths of the window count by whole bands; where others are asked for, all do.
 */
export async function findPageSize(store: Store, scope: HeatmapScope): Promise<PageSize> {
  if (scope.element !== null) return elementBox;
  const weights = isPageScope(scope)
    ? await sumWeights(store, scope)
    : await findSessionWeights(store, scope);
  return { width: medianOf(weights, 'width'), height: medianOf(weights, 'height') };
}

async function sumWeights(store: Store, scope: PageScope): Promise<Weights> {
  const weights: Weights = new Map();
  const query = heatQuery(areWidthsWhole(scope) ? scope : { ...scope, widths: null }, 'SIZE');
  await readSums(store, heatCounts, query, (side, size, ms) => addTo(weights, side, size, ms));
  return weights;
}

async function findSessionWeights(
  { db }: Store,
  { site, session, route }: HeatmapScope,
): Promise<Weights> {
  const weights: Weights = new Map();
  if (!session) return weights;
  for (const { fact, sign, view } of onRoute(await findSessionFacts(db, site, session), route)) {
    for (const { id, field, by } of countHeat.fromFact?.(fact, view) ?? []) {
      if (id.layer === 'SIZE') addTo(weights, String(id.member), Number(field), sign * by);
    }
  }
  return weights;
}

function medianOf(weights: Weights, side: string): number {
  const sizes = [...(weights.get(side) ?? [])].sort(([a], [b]) => a - b);
  const total = sizes.reduce((sum, [, weight]) => sum + weight, 0);
  let below = 0;
  for (const [size, weight] of sizes) {
    below += weight;
    if (below * 2 >= total && weight > 0) return size * SIZE_STEP_PX;
  }
  return 0;
}
