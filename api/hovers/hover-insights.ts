import type { Db } from 'mongodb';
import {
  computeEngagement,
  type Engagement,
  HOVER_INSIGHT_RECORDS,
} from '../../schema/rules/engagement.ts';
import { computeRate } from '../../schema/rules/rate.ts';
import type { ElementInfo } from '../../schema/wire/batch.ts';
import { describePlace, placeKey } from '../frustration/element-groups.ts';
import { findElementPeople } from '../frustration/find-element-people.ts';
import { sessions } from '../store/sessions.ts';
import { KEPT_MIN_DURATION_MS } from './count-hovers.ts';
import { findHoverSums, type HoverQuery, type HoverSums } from './find-hover-sums.ts';
import { hoveredSessions } from './session-filter.ts';

/** What hovering tells of one element. */
export interface HoverInsight {
  readonly query: HoverQuery;
  /** A `placeKey`. */
  readonly key: string;
  readonly element: ElementInfo;
  /** Merged records: sessions that hovered over it long enough. */
  readonly count: number;
  readonly avgDurationMs: number;
  readonly clickConversionPercent: number;
  readonly engagement: Engagement;
}

const mostInsights = 20;

/** The 20 elements of a page that hold people longest, of those with more than 5 merged records. */
export async function findHoverInsights(db: Db, query: HoverQuery): Promise<HoverInsight[]> {
  const choice = { moreThan: HOVER_INSIGHT_RECORDS, limit: mostInsights };
  const found = await findHoverSums(db, query, choice);
  return Promise.all(found.map((sums) => describe(db, query, sums)));
}

/** Distinct visitors behind an insight. */
export async function findHoverPeople(db: Db, { query, key }: HoverInsight): Promise<number> {
  if (query.minDurationMs === KEPT_MIN_DURATION_MS) {
    return findElementPeople(db, { ...query, kind: 'hover' }, { route: query.route, element: key });
  }
  const visitors = await sessions.in(db).distinct('visitor', hoveredSessions(query, key));
  return visitors.length;
}

async function describe(db: Db, query: HoverQuery, sums: HoverSums): Promise<HoverInsight> {
  const avgDurationMs = sums.durationMs / sums.records;
  return {
    query,
    key: sums.element,
    element: await findHoveredElement(db, query, sums.element),
    count: sums.records,
    avgDurationMs,
    clickConversionPercent: computeRate(sums.clicked, sums.records),
    engagement: computeEngagement(avgDurationMs),
  };
}

/** The element as one of the newest sessions saw it. */
async function findHoveredElement(db: Db, query: HoverQuery, key: string): Promise<ElementInfo> {
  const session = await sessions.in(db).findOne(hoveredSessions(query, key), {
    projection: { _id: 0, 'summary.hovers': 1 },
    sort: { startedAt: -1, session: -1 },
  });
  const seen = session?.summary.hovers.find(({ element }) => placeKey(element) === key);
  return seen?.element ?? describePlace(key);
}
