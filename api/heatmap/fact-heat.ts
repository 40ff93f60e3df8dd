import type { ClickFact, Fact } from '../fold/fact.ts';
import type { PlacedFact } from '../ingest/fold-session.ts';
import { attentionByBand, deepestBand, initialDepthPercent } from './depth-band.ts';
import { ELEMENT_CELLS, elementCell } from './element-member.ts';
import type { Grid } from './grid.ts';
import type { HeatmapScope } from './heatmap-scope.ts';
import { type ClickLayer, clickLayersOf, type GridLayer } from './layer.ts';
import { type Cell, cellAt } from './tile.ts';

type Asked = Pick<HeatmapScope, 'route' | 'element' | 'gridSize'>;

/** The clicks of a layer among facts, with their signs: of one page or element, where one is asked for. */
export function clicksAmong(
  facts: readonly PlacedFact[],
  layer: ClickLayer,
  { route, element }: Pick<Asked, 'route' | 'element'>,
): { readonly click: ClickFact; readonly sign: 1 | -1 }[] {
  return onRoute(facts, route).flatMap(({ fact, sign }) =>
    fact.kind === 'click' &&
    clickLayersOf(fact).includes(layer) &&
    (element === null || fact.element?.path === element)
      ? [{ click: fact, sign }]
      : [],
  );
}

/** The cell in which a click counts: of the page, or of its element's box. */
export function cellOfClick(
  click: Pick<ClickFact, 'x' | 'y' | 'elementXMyriad' | 'elementYMyriad'>,
  { element, gridSize }: Pick<Asked, 'element' | 'gridSize'>,
): Cell {
  if (element === null) return cellAt(click.x, click.y, gridSize);
  const index = elementCell(click.elementXMyriad, click.elementYMyriad);
  return { x: index % ELEMENT_CELLS, y: Math.floor(index / ELEMENT_CELLS) };
}

/** Adds what facts say to a grid. */
export function addFacts(
  grid: Grid,
  facts: readonly PlacedFact[],
  layer: GridLayer,
  asked: Asked,
): void {
  if (layer !== 'MOVES') {
    for (const { click, sign } of clicksAmong(facts, layer, asked)) {
      grid.add(cellOfClick(click, asked), sign);
    }
    return;
  }
  for (const { fact, sign } of onRoute(facts, asked.route)) {
    if (fact.kind !== 'moves') continue;
    for (const [i, x] of fact.moves.x.entries()) {
      grid.add(cellAt(x, fact.moves.y[i] ?? 0, asked.gridSize), sign);
    }
  }
}

/** The deepest band that a session reached on a page; null where it never was there. */
export function deepestAmong(facts: readonly PlacedFact[], route: string | null): number | null {
  const held = new Map<number, number>();
  for (const { fact, sign, view } of onRoute(facts, route)) {
    const depth = depthOf(fact, initialDepthPercent(view.viewportHeight, view.documentHeight));
    if (depth === null) continue;
    const band = deepestBand(depth);
    held.set(band, (held.get(band) ?? 0) + sign);
  }
  const bands = [...held].filter(([, count]) => count > 0).map(([band]) => band);
  return bands.length > 0 ? Math.max(...bands) : null;
}

/** How deep a fact says that its page was seen, percent. */
export function depthOf(fact: Fact, initialPercent: number): number | null {
  if (fact.kind === 'view') return initialPercent;
  return fact.kind === 'scroll' && !fact.container ? fact.depthPercent : null;
}

/** Milliseconds on screen by band. */
export function attentionAmong(
  facts: readonly PlacedFact[],
  route: string | null,
): Map<number, number> {
  const total = new Map<number, number>();
  for (const { fact, sign } of onRoute(facts, route)) {
    if (fact.kind !== 'dwell') continue;
    for (const [band, ms] of attentionByBand(fact)) {
      total.set(band, (total.get(band) ?? 0) + sign * ms);
    }
  }
  return total;
}

export function onRoute(facts: readonly PlacedFact[], route: string | null): readonly PlacedFact[] {
  return route === null ? facts : facts.filter(({ view }) => view.route === route);
}
