import { randomBytes } from 'node:crypto';
import type { Store } from '../store/open-store.ts';
import type { SiteDocument } from '../store/sites.ts';
import { runTransaction } from '../store/transaction.ts';
import {
  type AlertDocument,
  alertFirings,
  alerts,
  type FiringDocument,
} from './alerts-collection.ts';
import { findMeasure } from './find-measure.ts';
import { type AlertMeasure, describe, judge } from './judge.ts';

/** Looks whether an alert goes off, goes on or is over, and writes it down. Two processes that do it at once fire once. */
export async function evaluateAlert(
  store: Store,
  site: SiteDocument,
  alert: AlertDocument,
  now: number,
): Promise<void> {
  const measure = await findMeasure(store.db, site, alert, now);
  const isOn = judge(alert, measure);
  if (isOn && alert.firing === null) await begin(store, alert, measure, now);
  if (!isOn && alert.firing !== null) await end(store, alert, now);
}

async function begin(
  store: Store,
  alert: AlertDocument,
  measure: AlertMeasure,
  now: number,
): Promise<void> {
  const firing = makeFiring(alert, { ...measure, message: describe(alert, measure) }, now);
  const { site, alert: id } = alert;
  await runTransaction(store, async ({ db, session }) => {
    const taken = await alerts
      .in(db)
      .updateOne(
        { site, alert: id, firing: null },
        { $set: { firing: firing.firing } },
        { session },
      );
    if (taken.matchedCount === 1) await alertFirings.in(db).insertOne(firing, { session });
  });
}

async function end(store: Store, { site, alert, firing }: AlertDocument, now: number) {
  if (firing === null) return;
  await runTransaction(store, async ({ db, session }) => {
    const ended = await alerts
      .in(db)
      .updateOne({ site, alert, firing }, { $set: { firing: null } }, { session });
    if (ended.matchedCount === 0) return;
    const endedAt = new Date(now);
    await alertFirings.in(db).updateOne({ site, firing }, { $set: { endedAt } }, { session });
  });
}

/** A firing that is yet to be told; of a silenced alert it is only written down. */
export function makeFiring(
  of: AlertDocument,
  what: Pick<AlertMeasure, 'value' | 'previous'> & { message: string; isTest?: boolean },
  now: number,
): FiringDocument {
  const { site, alert, name } = of;
  const isTest = what.isTest ?? false;
  const at = new Date(now);
  return {
    ...{ site, alert, alertName: name, at, endedAt: isTest ? at : null, isTest },
    firing: randomBytes(12).toString('base64url'),
    ...{ value: what.value ?? 0, previous: what.previous, message: what.message },
    ...{ delivery: !isTest && isSilenced(of, now) ? 'SILENCED' : 'PENDING', attempts: 0 },
    ...{ nextAttemptAt: at, problem: null },
  };
}

export function isSilenced(
  { silencedUntil }: Pick<AlertDocument, 'silencedUntil'>,
  now: number,
): boolean {
  return silencedUntil !== null && silencedUntil.getTime() > now;
}
