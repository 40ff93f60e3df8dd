import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { openStore, type Store } from '../store/open-store.ts';
import { type SiteDocument, sites } from '../store/sites.ts';
import { makeVisit, type OpenedApi, openTestApi } from '../testing/test-api.ts';
import { alertFirings, alerts } from './alerts-collection.ts';
import { evaluateAlert } from './evaluate-alert.ts';
import { type AlertInput, createAlert } from './save-alert.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Half past, yesterday. */
const now = Math.floor(Date.now() / HOUR) * HOUR - 24 * HOUR + 30 * MINUTE;
const anHourAgo = now - HOUR;

let api: OpenedApi;
let store: Store;
let site: SiteDocument;
beforeAll(async () => {
  api = await openTestApi(inject('mongodbUri'), 'evaluate_alert_test');
  store = await openStore(api.mongodbUri);
  const found = await sites.in(store.db).findOne({ site: 'shop' });
  if (!found) throw new Error('A test has a site.');
  site = found;
});
afterAll(async () => {
  await store.close();
  await api.stop();
});
beforeEach(async () => {
  await alerts.in(store.db).deleteMany({});
});

let visits = 0;
/** One session on a page, with clicks of which so many were in vain. */
async function visit(page: string, startedAt: number, clicks = 0, dead = clicks): Promise<void> {
  const session = `visit${visits++}`;
  const url = `https://shop.test${page}`;
  const script = makeVisit({ session, visitor: session, startedAt, url });
  const element = script.element({ tag: 'button', path: 'main > button' });
  for (let i = 0; i < clicks; i++) {
    const reaction = i < dead ? { kind: 0, afterMs: 5_000 } : { kind: 2, afterMs: 50 };
    script.press({ t: i * 2_000, element, x: 5, y: 5, flags: 2 }, reaction);
  }
  await api.take([script.arrive(clicks * 2_000 + 6_000)]);
}

/** Whether an alert goes off, by how it says so; null: it does not. */
async function goesOff(input: AlertInput, at = now): Promise<string | null> {
  const webhookUrl = 'https://hooks.example/never-called';
  const alert = await createAlert(store.db, site, { webhookUrl, ...input }, (url) => url);
  // Long silenced, so that nobody is called.
  alert.silencedUntil = new Date(now + 1_000 * HOUR);
  await evaluateAlert(store, site, alert, at);
  const firing = await alertFirings.in(store.db).findOne({ alert: alert.alert });
  return firing?.message ?? null;
}

test('a number that doubled goes off, one that nearly did not', async () => {
  await visit('/risen', anHourAgo, 3);
  await visit('/risen', now - 20 * MINUTE, 5);
  const doubled = { rule: 'RISEN', metric: 'DEAD_CLICKS', threshold: 2, page: '/risen' } as const;
  expect(await goesOff({ ...doubled, minCount: 6 })).toBeNull();
  await visit('/risen', now - 10 * MINUTE, 1);
  expect(await goesOff({ ...doubled, minCount: 6 })).toBe(
    'Dead clicks of /risen: 6 over 1 hour, 2 times the 3 before or more',
  );
  // Fewer than are worth a word.
  expect(await goesOff({ ...doubled, minCount: 7 })).toBeNull();
  // Over two hours there is nothing before to compare with.
  expect(await goesOff({ ...doubled, minCount: 6, windowHours: 2 })).toBeNull();
});

test('a rate that rose is compared with the rate before, not with its count', async () => {
  await visit('/rate', anHourAgo, 20, 2);
  await visit('/rate', now - 20 * MINUTE, 11, 2);
  const doubled = {
    ...{ rule: 'RISEN', metric: 'DEAD_CLICK_RATE', threshold: 2 },
    ...{ page: '/rate', minCount: 10 },
  } satisfies AlertInput;
  // 18.2 % after 10 %.
  expect(await goesOff(doubled)).toBeNull();
  await visit('/rate', now - 10 * MINUTE, 4, 1);
  // 20 %.
  expect(await goesOff(doubled)).toBe(
    'Dead-click rate of /rate: 20 % over 1 hour, 2 times the 10 % before or more',
  );
});

test('below looks at full hours only: one that has just begun is always low', async () => {
  await visit('/below', anHourAgo);
  await visit('/below', anHourAgo);
  await visit('/below', anHourAgo - HOUR);
  const below = { rule: 'BELOW', metric: 'SESSIONS', page: '/below' } as const;
  expect(await goesOff({ ...below, threshold: 2 })).toBeNull();
  expect(await goesOff({ ...below, threshold: 3 })).toBe(
    'Sessions of /below: 2 over 1 hour, below 3',
  );
  expect(await goesOff({ ...below, threshold: 3, windowHours: 2 })).toBeNull();
  expect(await goesOff({ ...below, threshold: 4, windowHours: 2 })).toBe(
    'Sessions of /below: 3 over 2 hours, below 4',
  );
  // An hour later the present one is full, and nobody came.
  expect(await goesOff({ ...below, threshold: 1 }, now + HOUR)).toBe(
    'Sessions of /below: 0 over 1 hour, below 1',
  );
});

test('above goes off beyond the threshold, and not for a rate over a handful of clicks', async () => {
  await visit('/above', now - 20 * MINUTE, 9, 2);
  const above = {
    rule: 'ABOVE',
    metric: 'DEAD_CLICK_RATE',
    threshold: 20,
    page: '/above',
  } as const;
  expect(await goesOff({ ...above, minCount: 10 })).toBeNull();
  await visit('/above', now - 10 * MINUTE, 1, 0);
  // Exactly 20 %.
  expect(await goesOff({ ...above, minCount: 10 })).toBeNull();
  expect(await goesOff({ ...above, minCount: 10, threshold: 19.9 })).toBe(
    'Dead-click rate of /above: 20 % over 1 hour, above 19.9 %',
  );
  expect(await goesOff({ ...above, minCount: 11, threshold: 19.9 })).toBeNull();
});

test('a firing goes on as long as its rule holds, and ends once', async () => {
  await visit('/lasting', anHourAgo);
  const input: AlertInput = {
    ...({ name: 'lasting', rule: 'BELOW', metric: 'SESSIONS' } as const),
    ...{ threshold: 2, page: '/lasting', webhookUrl: 'https://hooks.example/never-called' },
  };
  const made = await createAlert(store.db, site, input, (url) => url);
  const look = async (at: number) => {
    const alert = await alerts.in(store.db).findOne({ alert: made.alert });
    if (alert) await evaluateAlert(store, site, alert, at);
    return alertFirings.in(store.db).find({ alert: made.alert }).toArray();
  };
  const [begun] = await look(now);
  expect(await look(now + MINUTE)).toEqual([begun]);
  await visit('/lasting', now - MINUTE);
  await visit('/lasting', now - MINUTE);
  expect(await look(now + HOUR)).toMatchObject([{ endedAt: new Date(now + HOUR) }]);
  expect(await look(now + 2 * HOUR)).toHaveLength(2);
});
