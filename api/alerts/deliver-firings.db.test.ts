import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { openStore, type Store } from '../store/open-store.ts';
import { type SiteDocument, sites } from '../store/sites.ts';
import { type OpenedApi, openTestApi } from '../testing/test-api.ts';
import { type AlertDocument, alertFirings, alerts } from './alerts-collection.ts';
import { deliverFirings } from './deliver-firings.ts';
import { makeFiring } from './evaluate-alert.ts';
import { createAlert } from './save-alert.ts';
import { signWebhook } from './send-webhook.ts';

let api: OpenedApi;
let store: Store;
let site: SiteDocument;
let receiver: Server;
let hook: string;
/** What was called, and what is done before each call is answered with a status. */
const calls: { readonly headers: IncomingHttpHeaders; readonly body: string }[] = [];
let answer: (call: number) => Promise<number>;

beforeAll(async () => {
  api = await openTestApi(inject('mongodbUri'), 'deliver_firings_test');
  store = await openStore(api.mongodbUri);
  const found = await sites.in(store.db).findOne({ site: 'shop' });
  if (!found) throw new Error('A test has a site.');
  site = found;
  receiver = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const status = await answer(calls.push({ headers: request.headers, body }));
    response.writeHead(status).end();
  });
  await new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done));
  hook = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
});
afterAll(async () => {
  receiver.closeAllConnections();
  await new Promise((done) => receiver.close(done));
  await store.close();
  await api.stop();
});
beforeEach(() => {
  calls.length = 0;
});

/** An alert that has just gone off. */
async function fire(): Promise<AlertDocument> {
  const alert = await createAlert(store.db, site, { webhookUrl: hook }, (url) => url);
  const what = { value: 6, previous: null, message: 'Rage clicks: 6' };
  await alertFirings.in(store.db).insertOne(makeFiring(alert, what, Date.now()));
  return alert;
}
const deliver = () => {
  const rules = { localMode: true, retryMs: [0, 0] };
  return deliverFirings(store, 'shop', rules, new AbortController().signal);
};
const firingOf = ({ alert }: AlertDocument) => alertFirings.in(store.db).findOne({ alert });

test('silenced after a try that failed, an alert calls no more', async () => {
  const alert = await fire();
  answer = async () => {
    const silencedUntil = new Date(Date.now() + 3_600_000);
    await alerts.in(store.db).updateOne({ alert: alert.alert }, { $set: { silencedUntil } });
    return 500;
  };
  await deliver();
  expect(calls).toHaveLength(1);
  expect(await firingOf(alert)).toMatchObject({
    ...{ delivery: 'SILENCED', attempts: 1, problem: 'It answered 500.' },
  });
});

test('a new secret signs from then on, further tries of the same call too', async () => {
  const before = await fire();
  let secret = '';
  const renew = `mutation ($id: ID!) { renewAlertSecret(id: $id) { secret alert { id } } }`;
  answer = async (call) => {
    if (call > 1) return 200;
    const { alerts: all } = await api.ask<{ alerts: { id: string }[] }>('{ alerts { id } }');
    const id = all.at(-1)?.id;
    const renewed = await api.ask<{
      renewAlertSecret: { secret: string; alert: { id: string } };
    }>(renew, { id });
    expect(renewed.renewAlertSecret.alert.id).toBe(id);
    secret = renewed.renewAlertSecret.secret;
    return 503;
  };
  await deliver();
  expect(secret).toMatch(/^whsec_[\w-]{43}$/);
  expect(secret).not.toBe(before.secret);
  const keys = [before.secret, secret];
  for (const [i, { headers, body }] of calls.entries()) {
    const signed = signWebhook(keys[i] ?? '', String(headers['trailgraph-timestamp']), body);
    expect(headers['trailgraph-signature']).toBe(`sha256=${signed}`);
  }
  expect(calls).toHaveLength(2);
  expect(await firingOf(before)).toMatchObject({ delivery: 'DELIVERED', attempts: 2 });
});
