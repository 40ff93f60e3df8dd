import { isWithin, type TimedPoint } from './point.ts';

/** Three clicks within this time, both ends included, ms. */
const RAGE_WINDOW_MS = 1_000;
/** All clicks of a burst lie this close to its first, the limit included, px. */
const RAGE_RADIUS_PX = 50;

/** The search for rage bursts between two clicks: what the next click is compared with. Plain JSON. */
export interface RageSearch<Click extends TimedPoint> {
  /** The last clicks, two at most: of the open burst where there is one, otherwise outside of any. */
  readonly recent: readonly Click[];
  /** The first click of the open burst. */
  readonly origin: Click | null;
}

export interface RageStep<Click extends TimedPoint> {
  readonly search: RageSearch<Click>;
  /** `starts`: this click and the two before it are a burst; `extends`: it belongs to the open one. */
  readonly outcome: 'apart' | 'starts' | 'extends';
}

export const newRageSearch: RageSearch<never> = { recent: [], origin: null };

/**
 * Takes the next click into the search. A burst starts at click i where i, i+1, i+2 happen within 1,000 ms and the later
 * two lie within 50 px of the first; it goes on with click k while k-2 … k happen within 1,000 ms and k lies within
 * 50 px of the burst's first click. Bursts share no click: one incident, one burst.
 */
export function searchRage<Click extends TimedPoint>(
  search: RageSearch<Click>,
  click: Click,
): RageStep<Click> {
  const { recent, origin } = search;
  const [oldest, newest] = recent;
  if (!oldest || !newest) {
    return { search: { recent: [...recent, click], origin: null }, outcome: 'apart' };
  }
  const start = origin ?? oldest;
  const closesWindow =
    click.t - oldest.t <= RAGE_WINDOW_MS &&
    isWithin(start, click, RAGE_RADIUS_PX) &&
    isWithin(start, newest, RAGE_RADIUS_PX);
  if (closesWindow) {
    return {
      search: { recent: [newest, click], origin: start },
      outcome: origin ? 'extends' : 'starts',
    };
  }
  // After a burst the search begins anew behind its last click.
  return { search: { recent: origin ? [click] : [newest, click], origin: null }, outcome: 'apart' };
}
