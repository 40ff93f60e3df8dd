import type { Db } from 'mongodb';
import type { ElementInfo } from '../../schema/wire/batch.ts';
import type { ClickFact } from '../fold/fact.ts';
import { barePage, describePlace, placeKey } from '../frustration/element-groups.ts';
import type { ElementPlace } from '../frustration/element-query.ts';
import { findElementSums } from '../frustration/find-element-sums.ts';
import { events } from '../store/events.ts';
import type { DayRange } from '../timeline/day-range.ts';

/** An element and how often it was clicked. */
export interface ClickedElement {
  readonly page: string;
  readonly element: ElementInfo;
  readonly clicks: number;
}

const mostListed = 10;
/** The newest clicks, among which the most clicked elements are found soon. */
const clicksTried = 500;

/** The ten elements that everybody clicked most. */
export async function findMostClicked(
  db: Db,
  { site, generation }: { readonly site: string; readonly generation: number },
  range: DayRange,
): Promise<ClickedElement[]> {
  const query = { site, generation, kind: 'click', route: null, range } as const;
  const found = await findElementSums(db, query, { moreThan: 0, limit: mostListed });
  const seen = await findNewestClicked(db, site);
  return found.map(({ route, element, clicks }) => ({
    page: route,
    element: seen.get(nameOf({ route, element })) ?? describePlace(element),
    clicks,
  }));
}

/** The ten elements clicked most in some sessions: a person's. */
export async function findMostClickedIn(
  db: Db,
  site: string,
  sessions: readonly string[],
): Promise<ClickedElement[]> {
  const clicks = await events
    .in(db)
    .find(
      { site, session: { $in: [...sessions] }, types: 'CLICK' },
      { projection: { _id: 0, route: 1, 'fact.element': 1 } },
    )
    .sort({ at: 1, key: 1 })
    .toArray();
  const counted = new Map<string, ClickedElement>();
  for (const { route, fact } of clicks) {
    const { element } = fact as ClickFact;
    const name = nameOf({ route, element: placeKey(element) });
    const before = counted.get(name)?.clicks ?? 0;
    counted.set(name, { page: route, element: element ?? barePage, clicks: before + 1 });
  }
  return [...counted]
    .sort(([nameA, a], [nameB, b]) => b.clicks - a.clicks || (nameA < nameB ? -1 : 1))
    .slice(0, mostListed)
    .map(([, clicked]) => clicked);
}

/** Elements of a site's newest clicks, as they were described. */
async function findNewestClicked(db: Db, site: string): Promise<Map<string, ElementInfo>> {
  const clicks = await events
    .in(db)
    .find({ site, types: 'CLICK' }, { projection: { _id: 0, route: 1, 'fact.element': 1 } })
    .sort({ at: -1 })
    .limit(clicksTried)
    .toArray();
  const described = new Map<string, ElementInfo>();
  for (const { route, fact } of clicks.reverse()) {
    const element = (fact as ClickFact).element ?? barePage;
    described.set(nameOf({ route, element: placeKey(element) }), element);
  }
  return described;
}

function nameOf({ route, element }: ElementPlace): string {
  return JSON.stringify([route, element]);
}
