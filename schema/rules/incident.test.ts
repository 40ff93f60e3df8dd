import { expect, it } from 'vitest';
import { excessiveScrolling } from './excessive-scrolling.ts';
import { type Incident, newIncidentSearch, searchIncident } from './incident.ts';
import { thrashing } from './thrashing.ts';

function findIncidents(times: readonly number[], rule = excessiveScrolling): Incident[] {
  const byStart = new Map<number, Incident>();
  let search = newIncidentSearch;
  for (const t of times) {
    search = searchIncident(search, t, rule);
    if (search.open) byStart.set(search.open.startMs, search.open);
  }
  return [...byStart.values()];
}

it('finds 4 reversals within 10 s, the limit included', () => {
  expect(findIncidents([0, 1, 2, 10_000])).toEqual([{ startMs: 0, endMs: 10_000, count: 4 }]);
  expect(findIncidents([0, 1, 2, 10_001])).toEqual([]);
  expect(findIncidents([0, 1, 2])).toEqual([]);
});

it('finds 6 turns within 2 s', () => {
  expect(findIncidents([0, 400, 800, 1_200, 1_600, 2_000], thrashing)).toHaveLength(1);
  expect(findIncidents([0, 400, 800, 1_200, 1_600, 2_001], thrashing)).toEqual([]);
});

it('is one incident while it goes on, and shares no event with the next', () => {
  expect(findIncidents([0, 3_000, 6_000, 9_000, 12_000, 15_000])).toEqual([
    { startMs: 0, endMs: 15_000, count: 6 },
  ]);
  expect(findIncidents([0, 1, 2, 3, 20_000, 20_001, 20_002])).toHaveLength(1);
  expect(findIncidents([0, 1, 2, 3, 20_000, 20_001, 20_002, 20_003])).toHaveLength(2);
});
