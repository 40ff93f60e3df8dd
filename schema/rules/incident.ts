/** So many events within such a time are an incident. */
export interface IncidentRule {
  readonly count: number;
  /** Both ends included. */
  readonly windowMs: number;
}

/** The search for incidents between two events. Plain JSON of constant size. */
export interface IncidentSearch {
  /** Times of the last events, `count` at most. */
  readonly times: readonly number[];
  readonly open: Incident | null;
}

export interface Incident {
  readonly startMs: number;
  readonly endMs: number;
  /** Its events. */
  readonly count: number;
}

export const newIncidentSearch: IncidentSearch = { times: [], open: null };

/**
 * Takes the next event into the search. An incident opens with the event that makes `count` of them within `windowMs`,
 * and goes on while each further one does so too: a long spell is one incident. Incidents share no event.
 */
export function searchIncident(
  search: IncidentSearch,
  t: number,
  rule: IncidentRule,
): IncidentSearch {
  const times = [...search.times, t].slice(-rule.count);
  const first = times[0] ?? t;
  const { open } = search;
  if (times.length === rule.count && t - first <= rule.windowMs) {
    return {
      times,
      open: open
        ? { startMs: open.startMs, endMs: t, count: open.count + 1 }
        : { startMs: first, endMs: t, count: rule.count },
    };
  }
  return open ? { times: [t], open: null } : { times, open: null };
}
