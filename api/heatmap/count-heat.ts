import type { ClickFact, DwellFact, Fact, MovesFact } from '../fold/fact.ts';
import type { Aggregate, Increment, ViewContext } from '../ingest/aggregate.ts';
import { attentionByBand } from './depth-band.ts';
import { elementCell, elementLayer, memberOf } from './element-member.ts';
import { heat } from './heat-collections.ts';
import { clickLayersOf } from './layer.ts';
import { CELL_PX, cellAt, placeInTile } from './tile.ts';
import { bandOf } from './viewport-band.ts';

/** Sizes are told apart to 10 px. */
export const SIZE_STEP_PX = 10;

/** What every click, sample and stay adds to the heatmaps of its page. */
export const countHeat: Aggregate = {
  name: 'heat',
  fromFact: (fact, view) => {
    if (fact.kind === 'click') return countClick(fact, view);
    if (fact.kind === 'moves') return countMoves(fact, view);
    if (fact.kind === 'dwell') return countStay(fact, view);
    if (fact.kind === 'view') return countSize(view, fact, view.documentHeight, 1);
    return [];
  },
};

function countClick(click: ClickFact, view: ViewContext): Increment[] {
  const { tile, index } = placeInTile(cellAt(click.x, click.y, CELL_PX));
  const { element } = click;
  const width = click.viewportWidth;
  return clickLayersOf(click).flatMap((layer) => {
    const onPage = makeIncrement(view, click, { layer, width, member: tile, field: index });
    if (!element) return [onPage];
    const inElement = makeIncrement(view, click, {
      layer: elementLayer(layer),
      width,
      member: memberOf(element),
      field: elementCell(click.elementXMyriad, click.elementYMyriad),
    });
    return [onPage, inElement];
  });
}

/** A batch may pass midnight: each sample counts on its own day. */
function countMoves({ moves }: MovesFact, view: ViewContext): Increment[] {
  const { route, device } = view;
  const band = bandOf(view.viewportWidth);
  let id: Increment['id'] = {};
  let at = '';
  // Most samples are in the tile of the one before: they share its id, which is what the tally knows a document by.
  return moves.t.map((t, i) => {
    const { tile, index } = placeInTile(cellAt(moves.x[i] ?? 0, moves.y[i] ?? 0, CELL_PX));
    const day = view.dayOf(t);
    if (at !== tile || id['day'] !== day) {
      id = { route, layer: 'MOVES', device, band, day, member: tile };
      at = tile;
    }
    return { collection: heat.name, id, field: String(index), by: 1 };
  });
}

function countStay(stay: DwellFact, view: ViewContext): Increment[] {
  const width = view.viewportWidth;
  const id = makeId(view, stay, { layer: 'ATTENTION', width, member: 'bands' });
  const counts: Increment[] = [];
  for (const [band, by] of attentionByBand(stay)) {
    counts.push({ collection: heat.name, id, field: String(band), by });
  }
  counts.push(...countSize(view, stay, stay.heightPx, stay.durationMs));
  return counts;
}

/** A page's size is the one that it had for the longest: each stay votes with its time, and each view with 1 ms. */
function countSize(
  view: ViewContext,
  at: Pick<Fact, 'key' | 't'>,
  heightPx: number,
  ms: number,
): Increment[] {
  const sizes = { width: view.documentWidth, height: heightPx };
  return Object.entries(sizes).map(([member, px]) =>
    makeIncrement(view, at, {
      layer: 'SIZE',
      width: view.viewportWidth,
      member,
      field: Math.ceil(px / SIZE_STEP_PX),
      by: ms,
    }),
  );
}

interface Member {
  readonly layer: string;
  /** Of the viewport, px. */
  readonly width: number;
  readonly member: string;
}

function makeIncrement(
  view: ViewContext,
  at: Pick<Fact, 'key' | 't'>,
  { field, by = 1, ...member }: Member & { readonly field: number; readonly by?: number },
): Increment {
  return { collection: heat.name, id: makeId(view, at, member), field: String(field), by };
}

function makeId(
  { route, device, dayOf }: ViewContext,
  { t }: Pick<Fact, 't'>,
  { layer, width, member }: Member,
): Increment['id'] {
  return { route, layer, device, band: bandOf(width), day: dayOf(t), member };
}
