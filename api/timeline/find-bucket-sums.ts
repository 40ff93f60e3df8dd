import type { Db } from 'mongodb';
import type { Device } from '../ingest/incoming-batch.ts';
import { pageHours, pagePeople, pages } from '../pages/pages-collection.ts';
import { countPeople } from '../touches/count-people.ts';
import { type DayRange, daysIn } from './day-range.ts';
import type { BucketSums } from './metric.ts';

/** What a timeline is about. */
export interface TimelineScope {
  readonly site: string;
  readonly generation: number;
  /** A route, or `WHOLE_SITE`. */
  readonly route: string;
  readonly device: Device | null;
}

/** A bucket's name: its day, with its hour if it is one. */
export function bucketKey(day: number, hour: number | null): string {
  return hour === null ? String(day) : `${day}h${hour}`;
}

/** The sums of every day in a range, by `bucketKey`. Reads one document a day and device. */
export async function findDaySums(
  db: Db,
  scope: TimelineScope,
  range: DayRange,
): Promise<Map<string, BucketSums>> {
  const sums = new Map<string, Record<string, number>>();
  for (const document of await pages.in(db).find(filterOf(scope, range)).toArray()) {
    for (const [field, by] of Object.entries(document.sums)) {
      addTo(sums, bucketKey(Number(document.day), null), field, by);
    }
  }
  return sums;
}

/** The same by the hour. */
export async function findHourSums(
  db: Db,
  scope: TimelineScope,
  range: DayRange,
): Promise<Map<string, BucketSums>> {
  const sums = new Map<string, Record<string, number>>();
  for (const document of await pageHours.in(db).find(filterOf(scope, range)).toArray()) {
    for (const [name, by] of Object.entries(document.sums)) {
      const [field = '', hour = ''] = name.split('_');
      addTo(sums, bucketKey(Number(document.day), Number(hour)), field, by);
    }
  }
  return sums;
}

/** Distinct visitors of each day, of each hour, and (under `all`) of the whole range. */
export async function findVisitors(
  db: Db,
  scope: TimelineScope,
  range: DayRange,
): Promise<Map<string, number>> {
  const { site, generation, route, device } = scope;
  const documents = await pagePeople
    .in(db)
    .find({ site, generation, route, day: daysIn(range) })
    .toArray();
  const touches = documents.map(({ sums, ...id }) => ({ day: Number(id.day), sums }));
  const cell = device ?? 'ANY';
  const visitors = new Map([['all', countPeople(touches, range.fromDay).get(cell) ?? 0]]);
  for (const [day, ofDay] of Map.groupBy(touches, (one) => one.day)) {
    // A range of one day: every touch is its visitor's first in it.
    for (const [name, people] of countPeople(ofDay, day)) {
      if (name === cell) visitors.set(bucketKey(day, null), people);
      const hour = /h(\d+)$/.exec(name)?.[1];
      if (hour && name === `${cell}h${hour}`) visitors.set(bucketKey(day, Number(hour)), people);
    }
  }
  return visitors;
}

function filterOf({ site, generation, route, device }: TimelineScope, range: DayRange) {
  return { site, generation, route, day: daysIn(range), ...(device ? { device } : {}) };
}

function addTo(
  sums: Map<string, Record<string, number>>,
  key: string,
  field: string,
  by: number,
): void {
  const bucket = sums.get(key) ?? {};
  sums.set(key, bucket);
  bucket[field] = (bucket[field] ?? 0) + by;
}
