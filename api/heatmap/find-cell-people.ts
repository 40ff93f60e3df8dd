import type { Store } from '../store/open-store.ts';
import { isFirstSince } from '../touches/gap.ts';
import type { CountedClicks, PeopleByCell } from './count-clicks.ts';
import { cellKey } from './grid.ts';
import { peopleCounts } from './heat-collections.ts';
import { arePeopleKept, type HeatmapScope, isPageScope, type PageScope } from './heatmap-scope.ts';
import type { ClickLayer } from './layer.ts';
import { GAP_LIMIT } from './people-field.ts';
import { readSums } from './read-sums.ts';
import { peopleQuery } from './scope-sums.ts';
import { cellInTile } from './tile.ts';

/**
 * Who clicked in each cell, exact for any range of days: from touches where they are kept for the grid, else from the clicks
 * themselves.
 *
 * @param count counts those
 */
export async function findCellPeople(
  store: Store,
  scope: HeatmapScope,
  layer: ClickLayer,
  count: () => Promise<CountedClicks>,
): Promise<PeopleByCell> {
  if (!isPageScope(scope)) return () => 1;
  if (!arePeopleKept(scope)) return (await count()).people;
  const people = await sumTouches(store, scope, layer);
  return (cell) => people.get(cellKey(cell)) ?? 0;
}

async function sumTouches(
  store: Store,
  scope: PageScope,
  layer: ClickLayer,
): Promise<Map<number, number>> {
  const people = new Map<number, number>();
  const query = peopleQuery(scope, layer, scope.gridSize);
  await readSums(store, peopleCounts, query, (tile, field, count, day) => {
    if (!isFirstSince(scope.range.fromDay, day, field % GAP_LIMIT)) return;
    const key = cellKey(cellInTile(tile, Math.floor(field / GAP_LIMIT)));
    people.set(key, (people.get(key) ?? 0) + count);
  });
  return people;
}
