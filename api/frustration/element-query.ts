import { type DayRange, daysIn } from '../timeline/day-range.ts';
import type { ElementKind } from './elements-collection.ts';

/** Which elements of a site, over which days. */
export interface ElementQuery {
  readonly site: string;
  /** The site's generation that is read: `generations[0]`. */
  readonly generation: number;
  readonly kind: ElementKind;
  /** A page; null for all. */
  readonly route: string | null;
  readonly range: DayRange;
}

/** One element of one page. */
export interface ElementPlace {
  readonly route: string;
  /** A `placeKey`, or a `kindKey` for dead clicks. */
  readonly element: string;
}

export function elementFilter({ site, generation, kind, route, range }: ElementQuery) {
  return { site, generation, kind, ...(route === null ? {} : { route }), day: daysIn(range) };
}

/** The same for one element alone. */
export function placeFilter(query: ElementQuery, { route, element }: ElementPlace) {
  const { site, generation, kind, range } = query;
  return { site, generation, kind, route, element, day: daysIn(range) };
}
