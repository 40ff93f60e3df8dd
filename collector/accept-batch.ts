import { type Answer, accepted, toAnswer } from './answer.ts';
import { isAddressIn } from './checks/address.ts';
import { checkClock } from './checks/clock.ts';
import { isOriginAllowed } from './checks/origin.ts';
import { checkLocationRate, checkRate } from './checks/rate.ts';
import { enrich } from './enrich.ts';
import type { Scope } from './env.ts';
import { forward } from './forward/forward.ts';
import { packAgain, type ReadBatch } from './read-batch.ts';
import { Refusal } from './refusal.ts';
import type { Sender } from './sender.ts';
import type { SiteConfig } from './site-config.ts';
import { findSite } from './sites.ts';
import { dropParameters } from './url-parameters.ts';

/** What happens to a batch at the edge, in order. A 202 means that it is safe. */
export async function acceptBatch(read: ReadBatch, sender: Sender, scope: Scope): Promise<Answer> {
  try {
    checkCrawler(sender);
    const now = Date.now();
    const { batch } = read;
    const config = await findSite(batch.site, scope, now);
    checkOrigin(sender, config);
    if (isAddressIn(sender.address, config.excludedAddresses)) {
      return { status: 202, reason: 'This address is excluded: nothing is recorded.' };
    }
    if (!sender.isReplay) {
      checkClock(batch.page);
      checkRate(config, batch.visitor, now);
      if (scope.env.VISITOR_RATE) await checkLocationRate(config, batch.visitor, scope.env);
    }
    await forward(enrich(clean(read, config), sender, now), scope);
    return accepted;
  } catch (error) {
    return toAnswer(error);
  }
}

function checkCrawler({ agent, isReplay }: Sender): void {
  if (agent.isCrawler && !isReplay) throw new Refusal(403, 'Crawlers are not recorded.');
}

/** A replay runs outside of any page, so it has no origin. */
function checkOrigin({ origin, isReplay }: Sender, { origins }: SiteConfig): void {
  if (isOriginAllowed(origin, origins) || (isReplay && origin === null)) return;
  throw new Refusal(403, `${origin ?? 'A sender without origin'} is not among the site’s origins.`);
}

/** The bytes stay as they came unless something has to change: the site's name filled in, a parameter dropped. */
function clean(read: ReadBatch, config: SiteConfig): ReadBatch {
  const batch = dropParameters(read.batch, config.keptParameters);
  if (batch === read.batch && batch.site === config.site) return read;
  return packAgain({ ...batch, site: config.site });
}
