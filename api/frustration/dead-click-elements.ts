import type { Db } from 'mongodb';
import {
  computeDeadClickIssue,
  DEAD_ELEMENT_CLICKS,
  type DeadClickIssue,
} from '../../schema/rules/dead-click-issue.ts';
import type { ElementInfo } from '../../schema/wire/batch.ts';
import { barePage, readKindKey } from './element-groups.ts';
import type { ElementPlace, ElementQuery } from './element-query.ts';
import { findElementSums } from './find-element-sums.ts';
import { findRecentIncident } from './find-recent-incident.ts';

/** A kind of element of a page that people click in vain. */
export interface DeadClickElement {
  readonly query: ElementQuery;
  readonly place: ElementPlace;
  /** One of that kind: the one clicked last. */
  readonly element: ElementInfo;
  readonly tag: string;
  readonly id: string;
  readonly class: string;
  readonly deadClicks: number;
  readonly issue: DeadClickIssue;
  readonly reason: string;
}

/** The kinds of element with more than 2 dead clicks, the most first. */
export async function findDeadClickElements(
  db: Db,
  query: ElementQuery,
  limit: number,
): Promise<DeadClickElement[]> {
  const found = await findElementSums(db, query, { moreThan: DEAD_ELEMENT_CLICKS, limit });
  return Promise.all(
    found.map(async ({ route, element, clicks }) => {
      const place = { route, element };
      const kind = readKindKey(element);
      const incident = await findRecentIncident(db, query, place);
      return {
        query,
        place,
        ...kind,
        element: incident?.element ?? { ...barePage, path: '', ...kind },
        deadClicks: clicks,
        issue: computeDeadClickIssue(kind.tag, clicks),
        reason: incident?.reason ?? '',
      };
    }),
  );
}
