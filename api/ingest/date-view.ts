import { routeOf } from '../sites/route.ts';
import { dayOf, hourOf } from '../sites/site-day.ts';
import type { ViewContext } from './aggregate.ts';
import type { DatedView } from './dated-view.ts';
import type { IncomingBatch } from './incoming-batch.ts';
import type { ViewDocument } from './view-document.ts';

/**
 * Dates and describes a view from its first batch. One offset for the view: what the collector's clock showed at arrival less
 * what the browser's showed at sending.
 */
export function dateView(first: IncomingBatch, routes: readonly string[]): DatedView | null {
  const { page } = first.batch;
  if (!page) return null;
  const { country, region, browser, os, device, automated } = first.context;
  return {
    startedAt: new Date(page.startedAt + first.receivedAt - page.sentAt),
    url: page.url,
    route: routeOf(page.url, routes),
    referrer: page.referrer,
    kind: page.kind,
    viewportWidth: page.viewportWidth,
    viewportHeight: page.viewportHeight,
    documentWidth: page.documentWidth,
    documentHeight: page.documentHeight,
    touch: page.touch === 1,
    automated: automated || page.automated === 1,
    country,
    region,
    browser,
    os,
    device,
  };
}

/** What aggregates are told of a view. */
export function makeViewContext(
  ids: Pick<ViewDocument, 'site' | 'session' | 'visitor' | 'view'>,
  dated: DatedView,
  timeZone: string,
): ViewContext {
  const start = dated.startedAt.getTime();
  const { site, session, visitor, view } = ids;
  return {
    ...dated,
    site,
    session,
    visitor,
    view,
    dayOf: (t) => dayOf(timeZone, start + t),
    hourOf: (t) => hourOf(timeZone, start + t),
  };
}
