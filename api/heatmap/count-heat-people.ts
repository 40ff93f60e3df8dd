import type { Aggregate, Touch, ViewContext } from '../ingest/aggregate.ts';
import { deepestBand, initialDepthPercent } from './depth-band.ts';
import { heatPeople } from './heat-collections.ts';
import { clickLayersOf } from './layer.ts';
import { cellTouch, depthTouch } from './people-cells.ts';
import { CELL_PX, cellAt } from './tile.ts';

/** Who clicked where, and who came how deep: what distinct people are counted from. */
export const countHeatPeople: Aggregate = {
  name: 'heatPeople',
  touchesFromFact: (fact, view) => {
    const { device } = view;
    if (fact.kind === 'click') {
      const { x, y } = cellAt(fact.x, fact.y, CELL_PX);
      return clickLayersOf(fact).map((layer) =>
        makeTouch(view, fact.t, cellTouch(layer, device, x, y)),
      );
    }
    if (fact.kind === 'scroll' && !fact.container) {
      return [makeTouch(view, fact.t, depthTouch(device, deepestBand(fact.depthPercent)))];
    }
    if (fact.kind === 'view') {
      const depth = initialDepthPercent(view.viewportHeight, view.documentHeight);
      return [makeTouch(view, fact.t, depthTouch(device, deepestBand(depth)))];
    }
    return [];
  },
};

function makeTouch(view: ViewContext, t: number, cell: string): Touch {
  const { route } = view;
  return { collection: heatPeople.name, id: { route }, cell, day: view.dayOf(t), by: 1 };
}
