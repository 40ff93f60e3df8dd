import type { Device } from '../ingest/incoming-batch.ts';
import type { SessionDocument } from '../store/sessions.ts';
import type { SiteDocument } from '../store/sites.ts';
import type { DayRange } from '../timeline/day-range.ts';
import type { HeatmapLayer } from './layer.ts';
import { peopleGrids } from './people-cells.ts';
import { CELL_PX } from './tile.ts';
import { bandsOf, type WidthRange } from './viewport-band.ts';

/** What a heatmap is of: every argument checked. */
export interface HeatmapScope {
  readonly site: SiteDocument;
  readonly layer: HeatmapLayer;
  /** Side of a cell, px: 10..100; percent of the element's side where there is an element. */
  readonly gridSize: number;
  /** All cells, not the top 1,000. */
  readonly all: boolean;
  /** null with a session: all of its pages. */
  readonly route: string | null;
  /** That session alone; dates, device and widths don't matter then. */
  readonly session: SessionDocument | null;
  /** Path of the element whose box the heatmap is of. */
  readonly element: string | null;
  readonly device: Device | null;
  readonly widths: WidthRange | null;
  /** Width of the window whose wireframe the page is drawn in, px; null: the page's usual one. */
  readonly shapeWidth: number | null;
  readonly range: DayRange;
}

/** A scope of one page over a range of days. */
export type PageScope = HeatmapScope & { readonly route: string; readonly session: null };

export function isPageScope(scope: HeatmapScope): scope is PageScope {
  return scope.session === null && scope.route !== null;
}

/** Whether the widths asked for are whole bands, so that sums can answer. */
export function areWidthsWhole({ widths }: Pick<HeatmapScope, 'widths'>): boolean {
  return widths === null || bandsOf(widths) !== null;
}

/** Whether counts come from sums; else the clicks or samples themselves are read. */
export function isSummed(scope: HeatmapScope): boolean {
  return areWidthsWhole(scope) && (scope.element !== null || scope.gridSize % CELL_PX === 0);
}

/** Whether distinct people are kept for this grid and filter. */
export function arePeopleKept({ widths, element, gridSize }: HeatmapScope): boolean {
  const grids: readonly number[] = peopleGrids;
  return widths === null && element === null && grids.includes(gridSize);
}
