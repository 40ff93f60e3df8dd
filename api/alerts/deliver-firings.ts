import type { Store } from '../store/open-store.ts';
import {
  type AlertDocument,
  alertFirings,
  alerts,
  type FiringDocument,
} from './alerts-collection.ts';
import { isSilenced } from './evaluate-alert.ts';
import { sendWebhook } from './send-webhook.ts';

export interface DeliveryRules {
  readonly localMode: boolean;
  /** Pauses after the first, second … failure, ms; after the last one it is given up. */
  readonly retryMs: readonly number[];
}

/** Half a minute, two minutes, ten, an hour, six: a receiver may be down for a night. */
export const usualRetryMs = [30_000, 120_000, 600_000, 3_600_000, 21_600_000] as const;

/** While a try is under way nobody else makes one; a process that dies meanwhile is waited for so long, ms. */
const claimMs = 30_000;

/**
 * Tells every firing that is due. A try is claimed first, so that of several processes one alone makes it. A receiver hears of a
 * firing once or, where an answer was lost, again with the same `Trailgraph-Delivery`.
 */
export async function deliverFirings(
  store: Store,
  site: string,
  rules: DeliveryRules,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const now = Date.now();
    const due = await alertFirings
      .in(store.db)
      .findOneAndUpdate(
        { site, delivery: 'PENDING', nextAttemptAt: { $lte: new Date(now) } },
        { $set: { nextAttemptAt: new Date(now + claimMs) }, $inc: { attempts: 1 } },
        { returnDocument: 'after', sort: { nextAttemptAt: 1 } },
      );
    if (!due) return;
    await deliver(store, due, rules);
  }
}

async function deliver(store: Store, firing: FiringDocument, rules: DeliveryRules): Promise<void> {
  const { site, alert: id, attempts } = firing;
  const alert = await alerts.in(store.db).findOne({ site, alert: id });
  const settle = (changes: Partial<FiringDocument>) =>
    alertFirings
      .in(store.db)
      .updateOne({ site, firing: firing.firing, delivery: 'PENDING', attempts }, { $set: changes });
  // Silenced after a try that failed.
  if (alert && !firing.isTest && isSilenced(alert, Date.now())) {
    await settle({ delivery: 'SILENCED', attempts: attempts - 1 });
    return;
  }
  const problem = alert ? await attempt(alert, firing, rules) : 'The alert is gone.';
  await settle(describeOutcome(problem, attempts, rules.retryMs));
}

/** @returns why it failed; null where it did not */
async function attempt(
  { webhookUrl: url, secret }: AlertDocument,
  firing: FiringDocument,
  { localMode }: DeliveryRules,
): Promise<string | null> {
  const body = JSON.stringify(makePayload(firing));
  try {
    await sendWebhook({ url, secret, deliveryId: firing.firing, body, localMode }, Date.now());
    return null;
  } catch (error) {
    return error instanceof Error ? error.message || error.name : 'It could not be reached.';
  }
}

function describeOutcome(
  problem: string | null,
  attempts: number,
  retryMs: readonly number[],
): Partial<FiringDocument> {
  if (problem === null) return { delivery: 'DELIVERED', problem };
  const pauseMs = retryMs[attempts - 1];
  if (pauseMs === undefined) return { delivery: 'FAILED', problem };
  return { problem, nextAttemptAt: new Date(Date.now() + pauseMs) };
}

/** What a receiver is told; documented in `docs/alerts.md`. */
function makePayload(firing: FiringDocument) {
  const { site, alert, alertName: name, at, message, value, previous, isTest } = firing;
  return {
    ...{ id: firing.firing, site, alert: { id: alert, name }, at: at.toISOString() },
    ...{ message, value, previous, test: isTest },
  };
}
