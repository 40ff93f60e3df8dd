import type { Context } from '../graphql/context.ts';
import { readGlobalId } from '../graphql/global-id.ts';
import { Problem } from '../graphql/problem.ts';
import type { SiteDocument } from '../store/sites.ts';
import { type AlertDocument, alerts } from './alerts-collection.ts';

/**
 * An alert of a site that the caller may see.
 *
 * @throws {Problem} NOT_FOUND
 */
export async function requireAlert(
  context: Context,
  id: string,
): Promise<{ site: SiteDocument; alert: AlertDocument }> {
  const [siteName = '', name = ''] = readGlobalId('Alert', id).split('/');
  const site = (await context.findSites()).find((one) => one.site === siteName);
  const alert =
    site && (await alerts.in(context.store.db).findOne({ site: siteName, alert: name }));
  if (!site || !alert) throw new Problem('NOT_FOUND', 'There is no such alert.');
  return { site, alert };
}
