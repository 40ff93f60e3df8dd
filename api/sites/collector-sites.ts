import type { Store } from '../store/open-store.ts';
import { sites } from '../store/sites.ts';

/** What the collector needs to know of a site. */
export interface CollectorSite {
  readonly site: string;
  readonly origins: readonly string[];
  readonly keptParameters: readonly string[];
  readonly visitorBatchesPerMinute: number;
  readonly siteBatchesPerMinute: number;
  readonly excludedAddresses: readonly string[];
}

export async function findCollectorSites(store: Store): Promise<CollectorSite[]> {
  const all = await sites.in(store.db).find().sort({ site: 1 }).toArray();
  return all.map((site) => ({
    site: site.site,
    origins: site.origins,
    keptParameters: site.keptParameters,
    visitorBatchesPerMinute: site.visitorBatchesPerMinute,
    siteBatchesPerMinute: site.siteBatchesPerMinute,
    excludedAddresses: site.excludedAddresses,
  }));
}
