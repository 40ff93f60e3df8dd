import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parse, print } from 'graphql';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type OpenedApi, openTestApi } from '../testing/test-api.ts';
import { signWebhook } from './send-webhook.ts';

let api: OpenedApi;
/** The documented operations, by name. */
const operations = new Map<string, string>();

beforeAll(async () => {
  const site = { siteId: 'demo-shop', name: 'Demo shop', timeZone: 'UTC' };
  api = await openTestApi(inject('mongodbUri'), 'docs_alerts_test', [site]);
  const text = await readFile(new URL('../../docs/graphql.md', import.meta.url), 'utf8');
  for (const [, example = ''] of text.matchAll(/```graphql\n([\s\S]*?)```/g)) {
    const document = parse(example);
    for (const node of document.definitions) {
      if (node.kind === 'OperationDefinition') {
        operations.set(node.name?.value ?? '', print(document));
      }
    }
  }
});
afterAll(() => api.stop());

test('the documented question about forms can be asked', async () => {
  expect(await api.ask(operations.get('Forms') ?? '')).toEqual({ forms: [] });
});

test('the documented life of an alert, from making it to its end', async () => {
  const made = await api.ask<{ createAlert: { secret: string; alert: { id: string } } }>(
    operations.get('MakeAlert') ?? '',
  );
  expect(made.createAlert.secret).toMatch(/^whsec_/);
  const alert = made.createAlert.alert.id;
  const { alerts } = await api.ask<{ alerts: unknown[] }>(operations.get('Alerts') ?? '');
  expect(alerts).toMatchObject([{ id: alert, rule: 'RISEN', isFiring: false }]);
  expect(await api.ask(operations.get('ChangeAlert') ?? '', { alert })).toEqual({
    updateAlert: { threshold: 3, minCount: 20, webhookUrl: 'https://hooks.example.com/trailgraph' },
  });
  const { renewAlertSecret } = await api.ask<{ renewAlertSecret: { secret: string } }>(
    operations.get('RenewAlertSecret') ?? '',
    { alert },
  );
  expect(renewAlertSecret.secret).toMatch(/^whsec_/);
  expect(renewAlertSecret.secret).not.toBe(made.createAlert.secret);
  expect(await api.ask(operations.get('SilenceAlert') ?? '', { alert })).toEqual({
    silenceAlert: { silencedUntil: '2030-01-01T00:00:00.000Z' },
  });
  // Where nobody listens, on this machine: a test is not to call out.
  await api.ask(
    'mutation ($id: ID!) { updateAlert(id: $id, input: { webhookUrl: "http://127.0.0.1:9/" }) { id } }',
    { id: alert },
  );
  expect(await api.ask(operations.get('TestAlert') ?? '', { alert })).toEqual({
    testAlert: { delivery: 'PENDING' },
  });
  expect(await api.ask(operations.get('DeleteAlert') ?? '', { alert })).toEqual({
    deleteAlert: alert,
  });
});

test('the documented check lets calls of ours through, and no others', async () => {
  const text = await readFile(new URL('../../docs/alerts.md', import.meta.url), 'utf8');
  const code = /```js\n([\s\S]*?)```/.exec(text)?.[1] ?? '';
  const url = `data:text/javascript,${encodeURIComponent(code)}`;
  const { isFromTrailgraph } = (await import(/* @vite-ignore */ url)) as {
    isFromTrailgraph: (headers: object, body: string, secret: string, nowMs: number) => boolean;
  };
  const signed = (secret: string, timestamp: string, body: string) => ({
    'trailgraph-timestamp': timestamp,
    'trailgraph-signature': `sha256=${signWebhook(secret, timestamp, body)}`,
  });
  const headers = signed('secret', '1000', '{}');
  expect(isFromTrailgraph(headers, '{}', 'secret', 1_010_000)).toBe(true);
  expect(isFromTrailgraph(headers, '{ }', 'secret', 1_010_000)).toBe(false);
  expect(isFromTrailgraph(headers, '{}', 'other', 1_010_000)).toBe(false);
  expect(isFromTrailgraph(headers, '{}', 'secret', 1_400_000)).toBe(false);
  expect(isFromTrailgraph({}, '{}', 'secret', 1_010_000)).toBe(false);
  const bare = createHmac('sha256', 'secret').update('{}').digest('hex');
  expect(
    isFromTrailgraph(
      { ...headers, 'trailgraph-signature': `sha256=${bare}` },
      '{}',
      'secret',
      1_010_000,
    ),
  ).toBe(false);
});
