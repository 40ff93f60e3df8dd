import { canSeeSite, type Viewer } from '../auth/viewer.ts';
import { sessions } from '../store/sessions.ts';
import { type SiteDocument, sites } from '../store/sites.ts';
import { makeBatchLoader } from './batch-loader.ts';
import type { Context, Services } from './context.ts';

export function makeContext(services: Services, viewer: Viewer): Context {
  const { db } = services.store;
  let found: Promise<readonly SiteDocument[]> | null = null;
  const findVisible = async () => {
    const all = await sites.in(db).find().sort({ site: 1 }).toArray();
    return all.filter(({ site }) => canSeeSite(viewer, site));
  };
  const loadSession = makeBatchLoader(async (keys) => {
    const names = keys.map((key) => {
      const [site = '', session = ''] = key.split('/');
      return { site, session };
    });
    const documents = await sessions.in(db).find({ $or: names }).toArray();
    return new Map(documents.map((one) => [`${one.site}/${one.session}`, one]));
  });
  return {
    ...services,
    viewer,
    findSites: () => {
      found ??= findVisible();
      return found;
    },
    findSession: (site, session) => loadSession(`${site}/${session}`),
  };
}
