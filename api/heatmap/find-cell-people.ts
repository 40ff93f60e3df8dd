import type { Store } from '../store/open-store.ts';
import { isFirstSince } from '../touches/gap.ts';
import { readClicks } from './exact-clicks.ts';
import { cellOfClick } from './fact-heat.ts';
import { peopleCounts } from './heat-collections.ts';
import { arePeopleKept, type HeatmapScope, isPageScope, type PageScope } from './heatmap-scope.ts';
import type { ClickLayer } from './layer.ts';
import { GAP_LIMIT } from './people-field.ts';
import { readSums } from './read-sums.ts';
import { peopleQuery } from './scope-sums.ts';
import { type Cell, cellInTile } from './tile.ts';

/** Distinct visitors by cell. */
export type PeopleByCell = (cell: Cell) => number;

/**
 * Who clicked in each cell, exact for any range of days: from touches where they are kept for the grid, else from the clicks
 * themselves.
 */
export async function findCellPeople(
  store: Store,
  scope: HeatmapScope,
  layer: ClickLayer,
): Promise<PeopleByCell> {
  if (!isPageScope(scope)) return () => 1;
  const people = arePeopleKept(scope)
    ? await sumTouches(store, scope, layer)
    : await countVisitors(store, scope, layer);
  return (cell) => people.get(nameOf(cell)) ?? 0;
}

async function sumTouches(
  store: Store,
  scope: PageScope,
  layer: ClickLayer,
): Promise<Map<string, number>> {
  const people = new Map<string, number>();
  const query = peopleQuery(scope, layer, scope.gridSize);
  await readSums(store, peopleCounts, query, (tile, field, count, day) => {
    if (!isFirstSince(scope.range.fromDay, day, field % GAP_LIMIT)) return;
    const name = nameOf(cellInTile(tile, Math.floor(field / GAP_LIMIT)));
    people.set(name, (people.get(name) ?? 0) + count);
  });
  return people;
}

async function countVisitors(
  store: Store,
  scope: PageScope,
  layer: ClickLayer,
): Promise<Map<string, number>> {
  const visitors = new Map<string, Set<string>>();
  await readClicks(store.db, scope, layer, ({ click, visitor }) => {
    const name = nameOf(cellOfClick(click, scope));
    visitors.set(name, (visitors.get(name) ?? new Set()).add(visitor));
  });
  return new Map([...visitors].map(([name, set]) => [name, set.size]));
}

function nameOf({ x, y }: Cell): string {
  return `${x},${y}`;
}
