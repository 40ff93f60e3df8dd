import type { ElementInfo } from '../../schema/wire/batch.ts';
import type { Store } from '../store/open-store.ts';
import { ELEMENT_CELLS, elementCell, elementLayer, elementOf, memberOf } from './element-member.ts';
import { type ReadClick, readClicks } from './exact-clicks.ts';
import { clicksAmong } from './fact-heat.ts';
import { heatCounts } from './heat-collections.ts';
import { areWidthsWhole, type HeatmapScope, isPageScope } from './heatmap-scope.ts';
import type { ClickLayer } from './layer.ts';
import { addTo } from './packing.ts';
import { readSums } from './read-sums.ts';
import { heatQuery } from './scope-sums.ts';
import { findSessionFacts } from './session-facts.ts';

/** Clicks at one place of an element: `x`, `y` are 0..1 in its box, the middle of a cell of 5 %. */
export interface AnchoredClicks {
  readonly element: ElementInfo;
  readonly x: number;
  readonly y: number;
  readonly count: number;
}

/** The clicks of a layer by element and place in it, the most clicked first. */
export async function findAnchored(
  store: Store,
  scope: HeatmapScope,
  layer: ClickLayer,
): Promise<AnchoredClicks[]> {
  const counts = new Map<string, Map<number, number>>();
  const add = (member: string, cell: number, by: number) => addTo(counts, member, cell, by);
  if (scope.session) {
    const facts = await findSessionFacts(store.db, scope.site, scope.session);
    for (const { click, sign } of clicksAmong(facts, layer, scope)) {
      const { element, elementXMyriad, elementYMyriad } = click;
      if (element) add(memberOf(element), elementCell(elementXMyriad, elementYMyriad), sign);
    }
  } else if (isPageScope(scope) && areWidthsWhole(scope)) {
    await readSums(store, heatCounts, heatQuery(scope, elementLayer(layer)), add);
  } else if (isPageScope(scope)) {
    const visit = ({ click: { element, elementXMyriad, elementYMyriad } }: ReadClick) => {
      if (element) add(memberOf(element), elementCell(elementXMyriad, elementYMyriad), 1);
    };
    await readClicks(store.db, scope, layer, visit, { withElements: true });
  }
  return rank(counts, scope.element);
}

function rank(
  counts: ReadonlyMap<string, ReadonlyMap<number, number>>,
  path: string | null,
): AnchoredClicks[] {
  const points: AnchoredClicks[] = [];
  for (const [member, cells] of counts) {
    const element = elementOf(member);
    if (path !== null && element.path !== path) continue;
    for (const [cell, count] of cells) {
      if (count > 0) points.push({ element, ...placeOf(cell), count });
    }
  }
  return points.sort((a, b) => b.count - a.count || (a.element.path < b.element.path ? -1 : 1));
}

function placeOf(cell: number): { readonly x: number; readonly y: number } {
  return {
    x: ((cell % ELEMENT_CELLS) + 0.5) / ELEMENT_CELLS,
    y: (Math.floor(cell / ELEMENT_CELLS) + 0.5) / ELEMENT_CELLS,
  };
}
