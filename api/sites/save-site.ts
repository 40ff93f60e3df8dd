import { MongoServerError } from 'mongodb';
import { Problem } from '../graphql/problem.ts';
import { fenceCommits } from '../parts/lease.ts';
import type { Store } from '../store/open-store.ts';
import { type SiteDocument, sites } from '../store/sites.ts';
import { runTransaction } from '../store/transaction.ts';
import { checkNewSite, checkSiteUpdate, type NewSite, type SiteUpdate } from './site-settings.ts';

/** What a site has unless its owner decides otherwise. */
const usual: Omit<SiteDocument, 'site' | 'name' | 'createdAt'> = {
  timeZone: 'UTC',
  rageRule: 'default',
  deadClickMs: 5_000,
  routes: [],
  origins: [],
  keptParameters: [],
  retentionDays: 760,
  visitorBatchesPerMinute: 120,
  siteBatchesPerMinute: 6_000,
  excludedAddresses: [],
  rulesVersion: 1,
  generations: [1],
};

/** @throws {Problem} BAD_USER_INPUT for a setting that can't be, or an id that is taken */
export async function createSite(store: Store, input: NewSite): Promise<SiteDocument> {
  const { siteId, ...given } = checkNewSite(input);
  const site: SiteDocument = {
    ...usual,
    site: siteId,
    name: siteId,
    createdAt: new Date(),
    ...withoutNulls(given),
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

/** Makes a site unless it is there; another process may be doing the same at this moment. */
export async function ensureSite(store: Store, input: NewSite): Promise<void> {
  const known = await sites.in(store.db).findOne({ site: input.siteId });
  if (known) return;
  try {
    await createSite(store, input);
  } catch (error) {
    if (!(await sites.in(store.db).findOne({ site: input.siteId }))) throw error;
  }
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
  const changes: Partial<SiteDocument> = withoutNulls(checkSiteUpdate(input));
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

type WithoutNulls<T> = { [K in keyof T]?: NonNullable<T[K]> };

/** What was left out, or given as null, is not decided. */
function withoutNulls<T extends object>(given: T): WithoutNulls<T> {
  const decided = Object.entries(given).filter(
    ([, value]) => value !== null && value !== undefined,
  );
  return Object.fromEntries(decided) as WithoutNulls<T>;
}
