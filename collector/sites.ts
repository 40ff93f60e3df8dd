import type { Scope } from './env.ts';
import { warn } from './log.ts';
import { Refusal } from './refusal.ts';
import { waitForShared } from './shared-work.ts';
import type { SiteConfig } from './site-config.ts';

const cacheMs = 10_000;
/** An unknown site may have been made just now, so it is worth a question, but not one a batch. */
const unknownSiteAskMs = 1_000;
/** How long a failed question is not asked again. */
const failedAskMs = 2_000;
const timeoutMs = 3_000;

let sites: ReadonlyMap<string, SiteConfig> | undefined;
let askedAt = 0;
let failedAt = 0;
let asking: Promise<void> | undefined;

/**
 * The settings of a batch's site; where the batch names none, those of the only one.
 *
 * Settings are at most 10 s old while the API answers, and the last known ones serve while it does not.
 *
 * @throws {Refusal} 403 where there is no such site, 503 where the API has never been reached
 */
export async function findSite(name: string, scope: Scope, now: number): Promise<SiteConfig> {
  if (!sites || now - askedAt >= Number(scope.env.SITES_CACHE_MS ?? cacheMs)) {
    await refresh(scope, now);
  }
  const known = pick(name);
  if (known) return known;
  if (now - askedAt >= unknownSiteAskMs) await refresh(scope, now);
  if (!sites) {
    throw new Refusal(503, 'The sites’ settings are not known yet.', { retryAfterMs: 5_000 });
  }
  const found = pick(name);
  if (found) return found;
  const reason = name === '' ? 'is missing, and there is not exactly one site' : 'is not known';
  throw new Refusal(403, reason, { place: 'site' });
}

function pick(name: string): SiteConfig | undefined {
  if (name !== '') return sites?.get(name);
  return sites?.size === 1 ? [...sites.values()][0] : undefined;
}

/** One question at a time, whoever asks; its request may end before the answer comes, hence `waitUntil`. */
async function refresh(scope: Scope, now: number): Promise<void> {
  if (now - failedAt < failedAskMs) return;
  asking ??= ask(scope, now).finally(() => {
    asking = undefined;
  });
  scope.waitUntil(asking);
  await waitForShared(asking, 2 * timeoutMs);
}

async function ask({ env }: Scope, now: number): Promise<void> {
  try {
    const response = await fetch(new URL('/internal/sites', env.API_URL), {
      headers: { authorization: `Bearer ${env.INGEST_SECRET}` },
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) throw new Error(`GET /internal/sites answered ${response.status}`);
    const answer: { sites: SiteConfig[] } = await response.json();
    sites = new Map(answer.sites.map((site) => [site.site, site]));
    askedAt = now;
    failedAt = 0;
  } catch (error) {
    failedAt = now;
    warn(`The sites’ settings are not to be had: ${String(error)}`);
  }
}
