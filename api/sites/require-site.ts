import type { Context } from '../graphql/context.ts';
import { readGlobalId } from '../graphql/global-id.ts';
import { Problem } from '../graphql/problem.ts';
import type { SiteDocument } from '../store/sites.ts';

/**
 * The site that an operation is about: the one named (by its id or its global id), or the only one that the viewer may see.
 *
 * @throws {Problem} NOT_FOUND, or SITE_REQUIRED with the names to choose from
 */
export async function requireSite(
  context: Pick<Context, 'findSites'>,
  id: string | null | undefined,
): Promise<SiteDocument> {
  const visible = await context.findSites();
  if (id) {
    const name = readGlobalId('Site', id);
    const site = visible.find((one) => one.site === name);
    if (!site) throw new Problem('NOT_FOUND', `There is no site "${name.slice(0, 64)}".`);
    return site;
  }
  const [only, another] = visible;
  if (only && !another) return only;
  if (!only) throw new Problem('NOT_FOUND', 'There is no site yet: create one with createSite.');
  const names = visible.map(({ site }) => site).join(', ');
  throw new Problem('SITE_REQUIRED', `Say which site is meant: ${names}.`);
}
