import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import WebSocket from 'ws';
import { type OpenedApi, openTestApi } from '../testing/test-api.ts';
import { clickAway } from './testing/click-away.ts';

let api: OpenedApi;

beforeAll(async () => {
  api = await openTestApi(inject('mongodbUri'), 'rage_click_areas_changed_test', [
    { siteId: 'shop', timeZone: 'UTC' },
    { siteId: 'other', timeZone: 'UTC' },
  ]);
});

afterAll(() => api.stop());

interface Change {
  readonly rageClickAreasChanged: {
    readonly areas: readonly {
      readonly rageClicks: number;
      readonly element: { readonly elementId: string };
    }[];
  };
}

test('whoever follows a site hears of areas that appear and grow, and of no others', async () => {
  await api.take([clickAway({ clicks: 5, id: 'known' })]);
  const client = createClient({
    url: `${api.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
  });
  const changes = client.iterate<Change>({
    query: `subscription { rageClickAreasChanged(site: "shop") {
      at areas { page rageClicks affectedUsers severity element { elementId } } } }`,
  });
  const heard = new Map<string, number>();
  const listening = (async () => {
    for await (const { data } of changes) {
      for (const { element, rageClicks } of data?.rageClickAreasChanged.areas ?? []) {
        heard.set(element.elementId, rageClicks);
      }
    }
  })();
  let sent = 0;
  // Sent again and again, since nothing tells when the subscription has begun to listen.
  await vi.waitFor(
    async () => {
      await api.take([
        clickAway({ clicks: 4, id: 'fresh', session: `fresh ${sent}`, visitor: `v${sent}` }),
        clickAway({ clicks: 9, id: 'elsewhere', session: `else ${sent}`, site: 'other' }),
      ]);
      sent++;
      expect(heard.has('fresh')).toBe(true);
    },
    { timeout: 20_000, interval: 300 },
  );
  expect([...heard.keys()]).toEqual(['fresh']);

  await api.take([clickAway({ clicks: 3, id: 'known', session: 'known again' })]);
  await vi.waitFor(() => expect(heard.get('known')).toBe(8), { timeout: 20_000 });
  expect(heard.get('fresh')).toBe(sent * 4);
  expect(heard.has('elsewhere')).toBe(false);
  await changes.return?.();
  await listening;
  await client.dispose();
});
