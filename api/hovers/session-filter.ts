import type { Filter } from 'mongodb';
import { readPlaceKey } from '../frustration/element-groups.ts';
import { startOfDay } from '../sites/site-day.ts';
import type { SessionDocument } from '../store/sessions.ts';
import type { HoverQuery } from './find-hover-sums.ts';

/** The sessions with a merged record that reaches the duration: over one element, or any. */
export function hoveredSessions(query: HoverQuery, element?: string): Filter<SessionDocument> {
  const { site, route, timeZone, range } = query;
  const from = new Date(startOfDay(timeZone, range.fromDay));
  const to = new Date(startOfDay(timeZone, range.toDay + 1));
  return {
    site,
    pages: route,
    startedAt: { $gte: from, $lt: to },
    'summary.hovers': { $elemMatch: recordConditions(query, element) },
  };
}

/** What a merged record has to be like. */
export function recordConditions(
  { route, minDurationMs }: HoverQuery,
  element?: string,
  path = '',
): Record<string, unknown> {
  return {
    [`${path}page`]: route,
    [`${path}hoverCount`]: { $gt: 0 },
    [`${path}hoverDurationMs`]: { $gte: minDurationMs },
    ...(element === undefined ? {} : elementConditions(element, path)),
  };
}

function elementConditions(key: string, path: string): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(readPlaceKey(key)).map(([name, value]) => [`${path}element.${name}`, value]),
  );
}
