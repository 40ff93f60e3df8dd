import type { Context } from '../graphql/context.ts';
import { parseGlobalId } from '../graphql/global-id.ts';
import { requireSite } from '../sites/require-site.ts';
import type { SessionDocument } from '../store/sessions.ts';
import { sessions } from '../store/sessions.ts';

type Asking = Pick<Context, 'findSites' | 'store'>;

/** A session's id within all sites, as its global id has it. */
export function nameSession({ site, session }: Pick<SessionDocument, 'site' | 'session'>): string {
  return `${site}/${session}`;
}

/** A session by the id within its global id; null where the viewer may not see its site. */
export async function findSessionByName(
  context: Asking,
  name: string,
): Promise<SessionDocument | null> {
  const [site = '', session = ''] = name.split('/');
  const visible = await context.findSites();
  if (!visible.some((one) => one.site === site)) return null;
  return sessions.in(context.store.db).findOne({ site, session });
}

/**
 * The session that an argument means.
 *
 * @param id a global id, or a `sessionId`: then `site` is needed where the viewer sees several
 */
export async function findSessionById(
  context: Asking,
  id: string,
  site: string | null | undefined,
): Promise<SessionDocument | null> {
  const parsed = parseGlobalId(id);
  if (parsed?.typename === 'Session') return findSessionByName(context, parsed.id);
  const { site: name } = await requireSite(context, site);
  return sessions.in(context.store.db).findOne({ site: name, session: id });
}
