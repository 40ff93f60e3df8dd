import type { Job } from '../jobs/job-runner.ts';
import { sites } from '../store/sites.ts';
import { finishErasure } from './erase-visitor.ts';
import { erasures } from './erasures.ts';

const silentMs = 60_000;

/** Goes on with erasures whose process has fallen silent. */
export const resumeErasures: Job = {
  name: 'erasures',
  everyMs: 60_000,
  run: async (context, signal) => {
    const { db } = context.store;
    const before = new Date(Date.now() - silentMs);
    const silent = await erasures
      .in(db)
      .find({ touchedAt: { $lt: before } })
      .toArray();
    for (const { site: name, visitor } of silent) {
      if (signal.aborted) return;
      const site = await sites.in(db).findOne({ site: name });
      if (site) await finishErasure(context, site, visitor, signal);
    }
  },
};
