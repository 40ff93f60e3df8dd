import { startOfDay } from '../sites/site-day.ts';
import type { Store } from '../store/open-store.ts';
import { bandsNear, findPageWireframe } from '../wireframe/find-wireframe.ts';
import type { Wireframe } from '../wireframe/wireframe.ts';
import type { HeatmapScope } from './heatmap-scope.ts';
import { bandOf } from './viewport-band.ts';

/** Drawn for where nobody was there, px. */
const defaultWidth = 1_200;

/**
 * The page's shape under a heatmap: the one told last by the end of its days. At a width that was asked for only one of that width's
 * band will do; else the nearest to the width that the page usually has.
 *
 * @param usualWidth px; 0 where nobody was there
 */
export async function findHeatmapWireframe(
  store: Store,
  { site, route, session, element, range, shapeWidth }: HeatmapScope,
  usualWidth: number,
): Promise<Wireframe | null> {
  if (route === null || element !== null) return null;
  const before = session?.summary.endedAt ?? startOfDay(site.timeZone, range.toDay + 1);
  const width = shapeWidth ?? (usualWidth || defaultWidth);
  const page = { site: site.site, route, width, before: new Date(before) };
  return findPageWireframe(store, page, shapeWidth === null ? bandsNear(width) : [bandOf(width)]);
}
