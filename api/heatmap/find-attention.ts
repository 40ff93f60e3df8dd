import type { Store } from '../store/open-store.ts';
import { attentionByBand, BAND_COUNT } from './depth-band.ts';
import { readStays } from './exact-stays.ts';
import { attentionAmong } from './fact-heat.ts';
import { heatCounts } from './heat-collections.ts';
import { areWidthsWhole, type HeatmapScope, isPageScope } from './heatmap-scope.ts';
import { readSums } from './read-sums.ts';
import { heatQuery } from './scope-sums.ts';
import { findSessionFacts } from './session-facts.ts';

/** Milliseconds for which each band of depth was on screen, seen and not idle. */
export async function findAttention(store: Store, scope: HeatmapScope): Promise<number[]> {
  const ms = new Array<number>(BAND_COUNT).fill(0);
  const add = (band: number, by: number) => {
    ms[band] = (ms[band] ?? 0) + by;
  };
  if (isPageScope(scope) && areWidthsWhole(scope)) {
    await readSums(store, heatCounts, heatQuery(scope, 'ATTENTION'), (_member, band, sum) =>
      add(band, sum),
    );
  } else if (isPageScope(scope)) {
    await readStays(store.db, scope, (stay, sign) => {
      for (const [band, part] of attentionByBand(stay)) add(band, sign * part);
    });
  } else if (scope.session) {
    const facts = await findSessionFacts(store.db, scope.site, scope.session);
    for (const [band, sum] of attentionAmong(facts, scope.route)) add(band, sum);
  }
  return ms;
}
