import { MongoServerError } from 'mongodb';
import { Problem } from '../graphql/problem.ts';
import { fenceCommits } from '../parts/lease.ts';
import type { Store } from '../store/open-store.ts';
import { type SiteDocument, sites } from '../store/sites.ts';
import { runTransaction } from '../store/transaction.ts';
import { checkNewSite, checkSiteUpdate, type NewSite, type SiteUpdate } from './site-settings.ts';

/** @throws {Problem} BAD_USER_INPUT for a setting that can't be, or an id that is taken */
export async function createSite(store: Store, input: NewSite): Promise<SiteDocument> {
  const { siteId, ...given } = checkNewSite(input);
  const site: SiteDocument = {
    site: siteId,
    name: given.name ?? siteId,
    timeZone: given.timeZone ?? 'UTC',
    rageRule: given.rageRule ?? 'default',
    deadClickMs: given.deadClickMs ?? 5_000,
    routes: given.routes ?? [],
    origins: given.origins ?? [],
    keptParameters: given.keptParameters ?? [],
    retentionDays: given.retentionDays ?? 760,
    visitorBatchesPerMinute: given.visitorBatchesPerMinute ?? 120,
    siteBatchesPerMinute: given.siteBatchesPerMinute ?? 6_000,
    excludedAddresses: given.excludedAddresses ?? [],
    createdAt: new Date(),
    rulesVersion: 1,
    generations: [1],
  };
  try {
    await sites.in(store.db).insertOne({ ...site });
  } catch (error) {
    const duplicateKey = 11_000;
    if (!(error instanceof MongoServerError) || error.code !== duplicateKey) throw error;
    throw new Problem('BAD_USER_INPUT', `There is a site "${siteId}" already.`);
  }
  return site;
}

/** Makes a site unless it is there. */
export async function ensureSite(store: Store, input: NewSite): Promise<void> {
  const known = await sites.in(store.db).findOne({ site: input.siteId });
  if (!known) await createSite(store, input);
}

const ruleNames = ['rageRule', 'deadClickMs', 'routes'] as const;

/**
 * Changes a site's settings.
 *
 * @returns the site, and whether stored sessions are to be folded again under its new rules
 * @throws {Problem} BAD_USER_INPUT, NOT_FOUND
 */
export async function updateSite(
  store: Store,
  site: string,
  input: SiteUpdate,
): Promise<{ readonly site: SiteDocument; readonly rulesChanged: boolean }> {
  const given = checkSiteUpdate(input);
  const changes = Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== null && value !== undefined),
  );
  return runTransaction(store, async (tx) => {
    const before = await sites.in(tx.db).findOne({ site }, { session: tx.session });
    if (!before) throw new Problem('NOT_FOUND', `There is no site "${site}".`);
    const rulesChanged = ruleNames.some(
      (name) => name in changes && JSON.stringify(changes[name]) !== JSON.stringify(before[name]),
    );
    const rulesVersion = before.rulesVersion + (rulesChanged ? 1 : 0);
    const after = await sites
      .in(tx.db)
      .findOneAndUpdate(
        { site },
        { $set: { ...changes, rulesVersion } },
        { session: tx.session, returnDocument: 'after' },
      );
    // A commit that has read the old rules may be under way: it must see the new ones.
    if (rulesChanged) await fenceCommits(tx);
    return { site: after ?? before, rulesChanged };
  });
}
