import type { Db, Filter } from 'mongodb';
import type { ClickFact } from '../fold/fact.ts';
import { type EventDocument, events } from '../store/events.ts';
import type { PageScope } from './heatmap-scope.ts';
import { type ClickLayer, eventTypeByLayer } from './layer.ts';
import { exactReadingMs, findPageViews, momentsOf, viewKey, widthCondition } from './page-views.ts';

/** A click as far as heatmaps need it. */
export interface ReadClick {
  readonly visitor: string;
  readonly click: Pick<ClickFact, (typeof placeFields)[number] | 'element'>;
}

const placeFields = ['x', 'y', 'elementXMyriad', 'elementYMyriad'] as const;
/** Most of what an event says is of no use here, and costs half of the time. */
const projection = {
  _id: 0,
  session: 1,
  view: 1,
  visitor: 1,
  'fact.kind': 1,
  ...Object.fromEntries(placeFields.map((name) => [`fact.${name}`, 1])),
};

/** The index of `events` that finds a page's clicks. */
export const clicksOfPage = { site: 1, route: 1, types: 1, at: 1 } as const;

/** The query for the clicks of a scope, one after the other by the index of page, type and time. */
export function clickFilter(scope: PageScope, layer: ClickLayer): Filter<EventDocument> {
  const [start, end] = momentsOf(scope);
  return {
    site: scope.site.site,
    route: scope.route,
    types: eventTypeByLayer[layer],
    at: { $gte: start, $lt: end },
    ...widthCondition('fact.viewportWidth', scope.widths),
    ...(scope.element ? { 'fact.element.path': scope.element } : {}),
  } as Filter<EventDocument>;
}

/**
 * Reads every click of a scope: for grids and widths that no sums are kept for.
 *
 * @param options `withElements`: clicks come with their element, else with none
 */
export async function readClicks(
  db: Db,
  scope: PageScope,
  layer: ClickLayer,
  visit: (read: ReadClick) => void,
  options: { readonly withElements?: boolean } = {},
): Promise<void> {
  // A click doesn't say on which device it was; its view does.
  const onDevice = scope.device
    ? new Set((await findPageViews(db, { ...scope, widths: null })).map(viewKey))
    : null;
  const cursor = events.in(db).find(clickFilter(scope, layer), {
    projection: options.withElements ? { ...projection, 'fact.element': 1 } : projection,
    hint: clicksOfPage,
    batchSize: 20_000,
    maxTimeMS: exactReadingMs,
  });
  for await (const document of cursor) {
    const { fact, visitor } = document;
    if (fact.kind !== 'click') continue;
    if (onDevice && !onDevice.has(viewKey(document))) continue;
    visit({ visitor, click: fact });
  }
}
