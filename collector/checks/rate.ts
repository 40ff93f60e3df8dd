import type { Env } from '../env.ts';
import { LruMap } from '../lru-map.ts';
import { Refusal } from '../refusal.ts';
import type { SiteConfig } from '../site-config.ts';
import { SlidingWindow } from './sliding-window.ts';

const periodMs = 60_000;
/** The limits that `wrangler.toml` gives the bindings: the defaults of a site. */
const bindingLimits = { visitor: 120, site: 6_000 };

/** 20,000 visitors with 120 times of 8 bytes each are 19 MB of an isolate's 128; twice that at worst, if none ever pauses. */
const visitors = new LruMap<string, SlidingWindow>(20_000);
const sites = new LruMap<string, SlidingWindow>(5_000);
const makeWindow = () => new SlidingWindow();

/**
 * A site's own limits are exact within one isolate; a binding's limits are fixed at deployment and hold, roughly,
 * for a whole Cloudflare location. So the windows enforce what the site set, and where that is no more than the
 * binding's limit, the binding catches what is spread over many isolates. Nothing counts that is refused.
 *
 * @throws {Refusal} 429
 */
export function checkRate(config: SiteConfig, visitor: string, now: number): void {
  const { site, visitorBatchesPerMinute, siteBatchesPerMinute } = config;
  const ofVisitor = visitors.getOr(`${site}/${visitor}`, makeWindow);
  const ofSite = sites.getOr(site, makeWindow);
  refuseFor(ofVisitor.waitMs(visitorBatchesPerMinute, periodMs, now), 'this visitor');
  refuseFor(ofSite.waitMs(siteBatchesPerMinute, periodMs, now), 'this site');
  ofVisitor.take(now);
  ofSite.take(now);
}

/** @throws {Refusal} 429 */
export async function checkLocationRate(
  config: SiteConfig,
  visitor: string,
  env: Env,
): Promise<void> {
  const { site, visitorBatchesPerMinute, siteBatchesPerMinute } = config;
  const checks = [
    visitorBatchesPerMinute <= bindingLimits.visitor &&
      env.VISITOR_RATE?.limit({ key: `${site}/${visitor}` }),
    siteBatchesPerMinute <= bindingLimits.site && env.SITE_RATE?.limit({ key: site }),
  ];
  const outcomes = await Promise.all(checks);
  if (outcomes.some((outcome) => outcome && !outcome.success)) refuseFor(periodMs / 6, 'this site');
}

function refuseFor(waitMs: number, whom: string): void {
  if (waitMs === 0) return;
  throw new Refusal(429, `Too many batches a minute for ${whom}.`, { retryAfterMs: waitMs });
}
