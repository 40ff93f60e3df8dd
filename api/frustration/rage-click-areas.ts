import type { Db } from 'mongodb';
import { computeSeverity, RAGE_AREA_CLICKS, type Severity } from '../../schema/rules/severity.ts';
import type { ElementInfo } from '../../schema/wire/batch.ts';
import { barePage, describePlace } from './element-groups.ts';
import type { ElementPlace, ElementQuery } from './element-query.ts';
import { findElementSums } from './find-element-sums.ts';
import { findRecentIncident } from './find-recent-incident.ts';

/** An element of a page at which people clicked in rage. */
export interface RageClickArea {
  readonly query: ElementQuery;
  readonly place: ElementPlace;
  readonly element: ElementInfo;
  readonly rageClicks: number;
  readonly rageBursts: number;
  /** Mean place of its rage clicks, page px. */
  readonly avgX: number;
  readonly avgY: number;
  readonly severity: Severity;
  readonly reason: string;
}

/** The elements with more than 3 rage clicks, the most first. */
export async function findRageClickAreas(
  db: Db,
  query: ElementQuery,
  limit: number,
): Promise<RageClickArea[]> {
  const found = await findElementSums(db, query, { moreThan: RAGE_AREA_CLICKS, limit });
  return Promise.all(
    found.map(async ({ route, element, clicks, bursts, x, y }) => {
      const place = { route, element };
      const incident = await findRecentIncident(db, query, place);
      return {
        query,
        place,
        element: incident ? (incident.element ?? barePage) : describePlace(element),
        rageClicks: clicks,
        rageBursts: bursts,
        avgX: x / clicks,
        avgY: y / clicks,
        severity: computeSeverity(clicks),
        reason: incident?.reason ?? '',
      };
    }),
  );
}
