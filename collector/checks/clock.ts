import type { PageInfo } from '../../schema/wire/batch.ts';
import { Refusal } from '../refusal.ts';

const dayMs = 86_400_000;
/** A clock set back while a view was open. */
const aheadMs = dayMs;
/** Longer than a tracker keeps a batch that it could not send. */
const behindMs = 90 * dayMs;

/**
 * A browser's clock may be off by years: a view is dated by how long before its sending it began, and by our own
 * clock. So only that distance has to make sense.
 *
 * @throws {Refusal} 400
 */
export function checkClock(page: PageInfo | undefined): void {
  if (!page) return;
  const openMs = page.sentAt - page.startedAt;
  if (openMs >= -aheadMs && openMs <= behindMs) return;
  const reason =
    openMs < 0 ? 'is more than a day after page.sentAt' : 'is more than 90 days before page.sentAt';
  throw new Refusal(400, reason, { place: 'page.startedAt' });
}
