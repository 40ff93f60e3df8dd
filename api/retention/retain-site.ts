import { removeSession } from '../erasure/remove-session.ts';
import { Removed } from '../erasure/removed.ts';
import type { CommitContext } from '../ingest/commit-batches.ts';
import { dayOf, startOfDay } from '../sites/site-day.ts';
import { batches } from '../store/batches.ts';
import { deadLetters } from '../store/dead-letters.ts';
import { sessions } from '../store/sessions.ts';
import type { SiteDocument } from '../store/sites.ts';

/** Sessions that are named at once. */
const atOnce = 100;

/**
 * Removes the sessions that began before the site's last `retentionDays` days (of its own time zone, today not counted), each whole:
 * its batches, its events and its part of every sum go in one transaction, so no number ever tells of what can't be rebuilt.
 *
 * @param now ms since 1970
 * @param signal ends it between two sessions: the rest is for the next run
 * @returns documents that went, by collection
 */
export async function retainSite(
  context: CommitContext,
  site: SiteDocument,
  now: number,
  signal?: AbortSignal,
): Promise<Removed> {
  const { db } = context.store;
  const before = new Date(findFirstKept(site, now));
  const removed = new Removed();
  const removeAll = async (find: () => Promise<string[]>) => {
    for (let names = await find(); names.length > 0; names = await find()) {
      for (const session of names) {
        if (signal?.aborted) return;
        removed.addAll(await removeSession(context, { site: site.site, session }));
      }
    }
  };
  await removeAll(() => findOutlived(context, site.site, before));
  await removeAll(() => findUndated(context, site.site, before));
  if (signal?.aborted) return removed;
  removed.add(
    deadLetters,
    await deadLetters.in(db).deleteMany({ site: site.site, receivedAt: { $lt: before } }),
  );
  return removed;
}

/** When the first day that is kept begins, ms since 1970. */
export function findFirstKept({ timeZone, retentionDays }: SiteDocument, now: number): number {
  return startOfDay(timeZone, dayOf(timeZone, now) - retentionDays);
}

async function findOutlived({ store }: CommitContext, site: string, before: Date) {
  const found = await sessions
    .in(store.db)
    .find({ site, startedAt: { $lt: before } }, { projection: { _id: 0, session: 1 } })
    .sort({ startedAt: 1 })
    .limit(atOnce)
    .toArray();
  return found.map(({ session }) => session);
}

/** Sessions whose first batch never came: nothing tells when they began, but when their batches came. */
async function findUndated({ store }: CommitContext, site: string, before: Date) {
  const found = await batches
    .in(store.db)
    .aggregate<{ _id: string }>([
      { $match: { site, receivedAt: { $lt: before } } },
      { $group: { _id: '$session' } },
      {
        $lookup: {
          from: sessions.name,
          let: { session: '$_id' },
          pipeline: [
            {
              $match: {
                $expr: { $and: [{ $eq: ['$site', site] }, { $eq: ['$session', '$$session'] }] },
              },
            },
            { $project: { _id: 1 } },
          ],
          as: 'dated',
        },
      },
      { $match: { dated: [] } },
      { $limit: atOnce },
    ])
    .toArray();
  return found.map(({ _id }) => _id);
}
