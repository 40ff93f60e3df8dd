import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { WebSocket } from 'ws';
import { type HeatmapFixture, makeVisit, openFixture } from './heatmap-fixture.ts';

interface Change {
  readonly heatmapChanged: { readonly page: string; readonly layers: readonly string[] };
}

let fixture: HeatmapFixture;

beforeAll(async () => {
  fixture = await openFixture(inject('mongodbUri'), 'heatmap-changed');
});

afterAll(() => fixture.stop());

test('whoever watches a page hears which layers changed, and nothing of other pages', async () => {
  const client = createClient({
    url: `${fixture.api.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
  });
  const changes = client.iterate<Change>({
    query: 'subscription { heatmapChanged(page: "/watched") { page layers } }',
  });
  const first = changes.next();
  const visit = makeVisit({
    session: 'w',
    visitor: 'ann',
    startedAt: Date.now() - 60_000,
    url: 'https://shop.test/watched',
  });
  const elsewhere = makeVisit({ session: 'e', visitor: 'ben', startedAt: Date.now() - 60_000 });
  elsewhere.press({ t: 1, x: 1, y: 1 }, { kind: 0 });
  // The subscription is there once the API answers it; until then what happens is history.
  for (let heard = false; !heard; ) {
    visit.move(10, 5, 5).press({ t: 20, x: 5, y: 5 }, { kind: 2 });
    await fixture.take([elsewhere.arrive(), visit.arrive()]);
    heard = await Promise.race([first.then(() => true), pause(1_000).then(() => false)]);
  }
  const { value } = await first;
  expect(value?.data?.heatmapChanged.page).toBe('/watched');
  expect(value?.data?.heatmapChanged.layers).toEqual(
    expect.arrayContaining(['MOVES', 'TRAILS', 'CLICKS']),
  );
  expect(value?.data?.heatmapChanged.layers).not.toContain('DEAD');

  visit.press({ t: 9_000, x: 7, y: 7 }, { kind: 0 });
  await fixture.take([visit.arrive()]);
  let next = await changes.next();
  while (!next.value?.data?.heatmapChanged.layers.includes('DEAD')) next = await changes.next();
  expect(next.value.data.heatmapChanged.layers).toContain('CLICKS');
  expect(next.value.data.heatmapChanged.layers).not.toContain('MOVES');
  await changes.return?.();
  await client.dispose();
});

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
