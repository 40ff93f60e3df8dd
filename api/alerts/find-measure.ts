import type { Db } from 'mongodb';
import { WHOLE_SITE } from '../pages/pages-collection.ts';
import { dayOf } from '../sites/site-day.ts';
import { batches } from '../store/batches.ts';
import type { SiteDocument } from '../store/sites.ts';
import { views } from '../store/views.ts';
import { makeBuckets } from '../timeline/buckets.ts';
import { bucketKey, findHourSums, findVisitors } from '../timeline/find-bucket-sums.ts';
import { type BucketSums, computeMeasure } from '../timeline/metric.ts';
import type { AlertDocument } from './alerts-collection.ts';
import type { AlertMeasure } from './judge.ts';

const hourMs = 3_600_000;
const nothing: AlertMeasure = { value: null, count: 0, previous: null };

/**
 * Measures what an alert is about, from hourly sums. The hour that is going on counts, but for BELOW: it has just begun, and so is
 * always low.
 */
export async function findMeasure(
  db: Db,
  site: SiteDocument,
  alert: AlertDocument,
  now: number,
): Promise<AlertMeasure> {
  if (alert.rule === 'SILENT') return findSilence(db, alert, now);
  const { generations, timeZone } = site;
  const { route, metric, windowHours } = alert;
  const scope = {
    ...{ site: site.site, generation: generations[0] ?? 0, device: null },
    route: route ?? WHOLE_SITE,
  };
  const from = now - (2 * windowHours + 2) * hourMs;
  const range = { fromDay: dayOf(timeZone, from), toDay: dayOf(timeZone, now) };
  const buckets = makeBuckets(range, 'HOUR', timeZone, now);
  const keys = buckets.map(({ day, hour }) => bucketKey(day, hour));
  const end = alert.rule === 'BELOW' ? -1 : keys.length;
  const ended = keys.slice(0, end);
  const window = ended.slice(-windowHours);
  const earlier = ended.slice(-2 * windowHours, -windowHours);
  if (metric === 'VISITORS') {
    const visitors = await findVisitors(db, scope, range);
    const count = visitors.get(window[0] ?? '') ?? 0;
    return { value: count, count, previous: visitors.get(earlier[0] ?? '') ?? 0 };
  }
  const sums = await findHourSums(db, scope, range);
  const { value, count } = computeMeasure(metric, addUp(sums, window));
  return { value, count, previous: computeMeasure(metric, addUp(sums, earlier)).value };
}

/** Minutes since the last batch of the site, or since the last view of the page began. */
async function findSilence(
  db: Db,
  { site, route }: AlertDocument,
  now: number,
): Promise<AlertMeasure> {
  const newest = { projection: { _id: 0 } };
  const last =
    route === null
      ? (await batches.in(db).findOne({ site }, { ...newest, sort: { receivedAt: -1 } }))
          ?.receivedAt
      : (
          await views
            .in(db)
            .findOne({ site, 'dated.route': route }, { ...newest, sort: { 'dated.startedAt': -1 } })
        )?.dated?.startedAt;
  if (!last) return nothing;
  return { value: (now - last.getTime()) / 60_000, count: 1, previous: null };
}

function addUp(sums: ReadonlyMap<string, BucketSums>, keys: readonly string[]): BucketSums {
  const total: Record<string, number> = {};
  for (const key of keys) {
    for (const [field, by] of Object.entries(sums.get(key) ?? {})) {
      total[field] = (total[field] ?? 0) + by;
    }
  }
  return total;
}
