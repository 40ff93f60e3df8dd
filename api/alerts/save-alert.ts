import { randomBytes } from 'node:crypto';
import type { Db } from 'mongodb';
import { Problem } from '../graphql/problem.ts';
import { routeOf } from '../sites/route.ts';
import type { SiteDocument } from '../store/sites.ts';
import type { TimelineMetric } from '../timeline/metric.ts';
import { type AlertDocument, type AlertRule, alertFirings, alerts } from './alerts-collection.ts';

export interface AlertInput {
  readonly name?: string | null | undefined;
  readonly rule?: AlertRule | null | undefined;
  readonly metric?: TimelineMetric | null | undefined;
  readonly threshold?: number | null | undefined;
  readonly windowHours?: number | null | undefined;
  readonly minCount?: number | null | undefined;
  /** An empty one: the whole site. */
  readonly page?: string | null | undefined;
  readonly webhookUrl?: string | null | undefined;
}

type SetByCaller =
  | 'name'
  | 'rule'
  | 'metric'
  | 'threshold'
  | 'windowHours'
  | 'minCount'
  | 'route'
  | 'webhookUrl';

const mostAlerts = 100;
const usual: Pick<AlertDocument, SetByCaller> = {
  ...{ name: 'Alert', rule: 'ABOVE', metric: 'RAGE_CLICK_RATE', threshold: 5 },
  ...{ windowHours: 1, minCount: 10, route: null, webhookUrl: '' },
};

type CheckUrl = (url: string) => string;

/** @throws {Problem} BAD_USER_INPUT with what is wrong */
export async function createAlert(
  db: Db,
  site: SiteDocument,
  input: AlertInput,
  checkUrl: CheckUrl,
): Promise<AlertDocument> {
  if ((await alerts.in(db).countDocuments({ site: site.site })) >= mostAlerts) {
    throw new Problem('BAD_USER_INPUT', `A site has at most ${mostAlerts} alerts.`);
  }
  const document: AlertDocument = {
    ...{ ...usual, site: site.site, alert: randomBytes(12).toString('base64url') },
    ...readInput(input, site, checkUrl, usual),
    ...{ secret: makeSecret(), silencedUntil: null },
    ...{ firing: null, createdAt: new Date() },
  };
  await alerts.in(db).insertOne({ ...document });
  return document;
}

/** A changed rule starts anew: what was going off is over. */
export async function updateAlert(
  db: Db,
  site: SiteDocument,
  alert: AlertDocument,
  input: AlertInput,
  checkUrl: CheckUrl,
): Promise<AlertDocument> {
  const changes = { ...readInput(input, site, checkUrl, alert), firing: null };
  const place = { site: alert.site, alert: alert.alert };
  const after = await alerts
    .in(db)
    .findOneAndUpdate(place, { $set: changes }, { returnDocument: 'after' });
  if (!after) throw new Problem('NOT_FOUND', 'There is no such alert.');
  await alertFirings
    .in(db)
    .updateMany({ ...place, endedAt: null }, { $set: { endedAt: new Date() } });
  return after;
}

/** @throws {Problem} NOT_FOUND where it is gone meanwhile */
export async function renewSecret(
  db: Db,
  { site, alert }: Pick<AlertDocument, 'site' | 'alert'>,
): Promise<AlertDocument> {
  const after = await alerts
    .in(db)
    .findOneAndUpdate(
      { site, alert },
      { $set: { secret: makeSecret() } },
      { returnDocument: 'after' },
    );
  if (!after) throw new Problem('NOT_FOUND', 'There is no such alert.');
  return after;
}

function makeSecret(): string {
  return `whsec_${randomBytes(32).toString('base64url')}`;
}

function readInput(
  input: AlertInput,
  site: SiteDocument,
  checkUrl: CheckUrl,
  before: Pick<AlertDocument, SetByCaller>,
) {
  const { page, webhookUrl } = input;
  const after = {
    name: (input.name ?? before.name).trim(),
    rule: input.rule ?? before.rule,
    metric: input.metric ?? before.metric,
    threshold: input.threshold ?? before.threshold,
    windowHours: input.windowHours ?? before.windowHours,
    minCount: input.minCount ?? before.minCount,
    route: page === null || page === undefined ? before.route : page && routeOf(page, site.routes),
    webhookUrl: checkUrl(webhookUrl ?? before.webhookUrl),
  };
  const wrong = findMistake(after);
  if (wrong) throw new Problem('BAD_USER_INPUT', wrong);
  return { ...after, route: after.route || null };
}

function findMistake(alert: Omit<Pick<AlertDocument, SetByCaller>, 'route'>): string | undefined {
  const { name, rule, metric, threshold, windowHours, minCount } = alert;
  const isSilent = rule === 'SILENT';
  const mistakes: readonly (readonly [isMade: boolean, message: string])[] = [
    [name === '' || name.length > 200, 'name has 1 to 200 characters.'],
    [windowHours < 1 || windowHours > 168, 'windowHours is 1 to 168.'],
    [minCount < 0, 'minCount is 0 or more.'],
    [!(threshold >= 0 && threshold < Infinity), 'threshold is 0 or more.'],
    [rule === 'RISEN' && threshold <= 1, 'threshold is a factor above 1: 2 for doubled.'],
    [isSilent && (threshold < 1 || threshold > 43_200), 'threshold is 1 to 43,200 minutes.'],
    [
      !isSilent && metric === 'VISITORS' && windowHours !== 1,
      'Distinct visitors are counted by the hour: windowHours has to be 1.',
    ],
  ];
  return mistakes.find(([isMade]) => isMade)?.[1];
}
