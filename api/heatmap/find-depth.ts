import type { Store } from '../store/open-store.ts';
import { isFirstSince } from '../touches/gap.ts';
import { BAND_COUNT } from './depth-band.ts';
import { readDeepest } from './exact-depth.ts';
import { deepestAmong } from './fact-heat.ts';
import { peopleCounts } from './heat-collections.ts';
import { type HeatmapScope, isPageScope, type PageScope } from './heatmap-scope.ts';
import { GAP_LIMIT } from './people-field.ts';
import { readSums } from './read-sums.ts';
import { peopleQuery } from './scope-sums.ts';
import { findSessionFacts } from './session-facts.ts';

/** Distinct visitors who reached each band of depth, the first band first: everyone reached that one. */
export async function findDepth(store: Store, scope: HeatmapScope): Promise<number[]> {
  if (!isPageScope(scope)) return findSessionDepth(store, scope);
  if (!scope.widths) return sumTouches(store, scope);
  return countReached((await readDeepest(store.db, scope)).values());
}

async function sumTouches(store: Store, scope: PageScope): Promise<number[]> {
  const reached = noBands();
  await readSums(
    store,
    peopleCounts,
    peopleQuery(scope, 'SCROLL', 0),
    (_tile, field, count, day) => {
      if (!isFirstSince(scope.range.fromDay, day, field % GAP_LIMIT)) return;
      const band = Math.floor(field / GAP_LIMIT);
      reached[band] = (reached[band] ?? 0) + count;
    },
  );
  return reached;
}

async function findSessionDepth(
  store: Store,
  { site, session, route }: HeatmapScope,
): Promise<number[]> {
  if (!session) return noBands();
  const deepest = deepestAmong(await findSessionFacts(store.db, site, session), route);
  return countReached(deepest === null ? [] : [deepest]);
}

function countReached(deepest: Iterable<number>): number[] {
  const reached = noBands();
  for (const band of deepest) {
    for (let above = 0; above <= band; above++) reached[above] = (reached[above] ?? 0) + 1;
  }
  return reached;
}

function noBands(): number[] {
  return new Array<number>(BAND_COUNT).fill(0);
}
