import type { Store } from '../store/open-store.ts';
import type { CountedClicks } from './count-clicks.ts';
import { ELEMENT_CELLS, elementLayer, elementOf } from './element-member.ts';
import { readSamples } from './exact-moves.ts';
import { addFacts } from './fact-heat.ts';
import { Grid, TileCounts } from './grid.ts';
import { heatCounts } from './heat-collections.ts';
import { type HeatmapScope, isPageScope, isSummed, type PageScope } from './heatmap-scope.ts';
import type { ClickLayer, GridLayer } from './layer.ts';
import { readSums } from './read-sums.ts';
import { heatQuery } from './scope-sums.ts';
import { findSessionFacts } from './session-facts.ts';
import { cellAt } from './tile.ts';

/**
 * Counts by cell, exact in every case: from a session's own facts, from sums (flat cost), or from the clicks and samples
 * themselves where the grid or the widths are none that sums are kept for.
 *
 * @param count counts the clicks
 */
export async function findGrid(
  store: Store,
  scope: HeatmapScope,
  layer: GridLayer,
  count: () => Promise<CountedClicks>,
): Promise<Grid> {
  const grid = new Grid();
  if (scope.session) {
    const facts = await findSessionFacts(store.db, scope.site, scope.session);
    addFacts(grid, facts, layer, scope);
  } else if (isPageScope(scope)) {
    if (isSummed(scope)) await addSums(store, scope, layer, grid);
    else if (layer !== 'MOVES') return (await count()).grid;
    else await readSamples(store.db, scope, (x, y) => grid.add(cellAt(x, y, scope.gridSize), 1));
  }
  return grid;
}

async function addSums(
  store: Store,
  scope: PageScope,
  layer: GridLayer,
  grid: Grid,
): Promise<void> {
  const { element, gridSize } = scope;
  if (element !== null && layer !== 'MOVES') {
    await addElementSums(store, scope, layer, grid);
    return;
  }
  const tiles = new TileCounts();
  await readSums(store, heatCounts, heatQuery(scope, layer), (tile, index, sum) =>
    tiles.add(tile, index, sum),
  );
  tiles.addTo(grid, gridSize);
}

/** The page's elements are read to find the one: as many as the page has, however often they were clicked. */
async function addElementSums(
  store: Store,
  scope: PageScope,
  layer: ClickLayer,
  grid: Grid,
): Promise<void> {
  const isAsked = new Map<string, boolean>();
  await readSums(store, heatCounts, heatQuery(scope, elementLayer(layer)), (member, cell, sum) => {
    const asked = isAsked.get(member) ?? elementOf(member).path === scope.element;
    isAsked.set(member, asked);
    if (asked) grid.add({ x: cell % ELEMENT_CELLS, y: Math.floor(cell / ELEMENT_CELLS) }, sum);
  });
}
