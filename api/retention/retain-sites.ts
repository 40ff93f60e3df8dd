import type { Job } from '../jobs/job-runner.ts';
import { deleteOldCounters } from '../rebuild/delete-old-counters.ts';
import { sites } from '../store/sites.ts';
import { retainSite } from './retain-site.ts';

/** Removes, hour by hour, what has outlived its site's retention. */
export const retainSites: Job = {
  name: 'retention',
  everyMs: 3_600_000,
  run: async (context, signal) => {
    for (const site of await sites.in(context.store.db).find().toArray()) {
      await deleteOldCounters(context.store, site.site);
      await retainSite(context, site, Date.now(), signal);
    }
  },
};
