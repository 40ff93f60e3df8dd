import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type OpenedApi, openTestApi } from '../testing/test-api.ts';
import { makeJourney } from './testing/make-journey.ts';

let api: OpenedApi;
let text: string;
beforeAll(async () => {
  const site = { siteId: 'demo-shop', name: 'Demo shop', timeZone: 'UTC' };
  api = await openTestApi(inject('mongodbUri'), 'docs_funnels_test', [site]);
  text = await readFile(new URL('../../docs/graphql.md', import.meta.url), 'utf8');
  const startedAt = Date.now() - 3_600_000;
  const visits = [
    { visitor: 'ada', startedAt, did: '/ #pay-swift /cart /' },
    { visitor: 'ben', startedAt, did: '/ /' },
  ];
  await api.take(visits.flatMap((visit) => makeJourney({ site: 'demo-shop', ...visit })));
});
afterAll(() => api.stop());

/** The documented operation of that name. */
function example(name: string): string {
  const found = [...text.matchAll(/```graphql\n([\s\S]*?)```/g)].find(([, each = '']) =>
    new RegExp(`^\\w+ ${name}\\b`).test(each),
  );
  return found?.[1] ?? '';
}

test('the documented funnel tells of those who came, and of those who dropped', async () => {
  const { funnel } = await api.ask<{
    funnel: {
      stages: { visitors: number }[];
      dropped: { dropOffs: { totalCount: number; nodes: { nextPage: string | null }[] } }[];
    };
  }>(example('CheckoutFunnel'));
  expect(funnel.stages.map(({ visitors }) => visitors)).toEqual([2, 1, 0]);
  expect(funnel.dropped).toMatchObject([
    { dropOffs: { totalCount: 1, nodes: [{ nextPage: '/cart' }] } },
  ]);
});

test('the documented funnel is kept, listed and dropped', async () => {
  const { saveFunnel } = await api.ask<{ saveFunnel: { id: string } }>(example('SaveFunnel'));
  expect(saveFunnel).toMatchObject({
    ...{ name: 'Checkout', order: 'STRICT', windowMinutes: 60 },
    steps: [{ label: '/' }, { label: '#pay-swift' }, { label: 'order placed' }],
  });
  const parts = await api.ask<{ funnels: unknown[]; funnelChoices: unknown[] }>(
    example('FunnelParts'),
  );
  expect(parts.funnels).toEqual([{ id: saveFunnel.id, name: 'Checkout', order: 'STRICT' }]);
  expect(parts.funnelChoices).toMatchObject([{ step: { kind: 'CLICK', page: '/' }, sessions: 1 }]);
  const gone = await api.ask(example('DeleteFunnel'), { funnel: saveFunnel.id });
  expect(gone).toEqual({ deleteFunnel: true });
});

test('the documented ways and steps from page to page are those that were gone', async () => {
  const { paths } = await api.ask<{ paths: { ways: number; sequences: unknown[] } }>(
    example('WaysFromHome'),
  );
  expect(paths.ways).toBe(4);
  expect(paths.sequences).toContainEqual({ pages: ['/', '/cart', '/'], count: 1, hasLoop: true });
  const { navigation } = await api.ask<{ navigation: unknown }>(example('Navigation'));
  expect(navigation).toMatchObject({
    pages: [
      { page: '/', views: 4, entries: 2, exits: 2, reloads: 1 },
      { page: '/cart', views: 1, entries: 0, exits: 0, reloads: 0 },
    ],
    transitionCount: 3,
  });
});
