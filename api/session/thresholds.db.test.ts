import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { makeVisit, type OpenedApi, openTestApi, type Visit } from '../testing/test-api.ts';

/** Both sides of each limit that a single session shows, asked through GraphQL. */
let api: OpenedApi;
let visits = 0;

beforeAll(async () => {
  api = await openTestApi(inject('mongodbUri'), 'session_thresholds_test');
});
afterAll(() => api.stop());

const startedAt = Date.now() - 3_600_000;
const none = { kind: 0 };
const strong = (afterMs: number) => ({ kind: 2, afterMs, causes: 1 });

interface Told {
  readonly rageClicks: number;
  readonly rageBurstCount: number;
  readonly deadClicks: number;
  readonly slowClicks: number;
  readonly hesitationCount: number;
  readonly quickBacks: number;
  readonly excessiveScrolls: number;
  readonly hovers: readonly { readonly hoverPattern: string }[];
}

/** What one session tells in which `live` happens; each further view begins so many ms after the first. */
async function told(live: (visit: Visit) => void, next: readonly View[] = []): Promise<Told> {
  const session = `limits ${visits++}`;
  const first = makeVisit({ session, visitor: session, startedAt, url: 'https://shop.test/a' });
  live(first);
  const further = next.map(({ afterMs, url }) =>
    makeVisit({
      session,
      visitor: session,
      view: `${afterMs}`,
      startedAt: startedAt + afterMs,
      url,
    }).arrive(1),
  );
  await api.take([first.arrive(), ...further]);
  const { session: answer } = await api.ask<{ session: Told }>(
    `query ($id: ID!) { session(id: $id) {
      rageClicks rageBurstCount deadClicks slowClicks hesitationCount quickBacks excessiveScrolls
      hovers { hoverPattern }
    } }`,
    { id: first.sessionId },
  );
  return answer;
}

interface View {
  readonly afterMs: number;
  readonly url: string;
}

/** Presses at `[ms, x]` on one element that nothing answers. */
const pressAt = (places: readonly (readonly [number, number])[]) => (visit: Visit) => {
  const element = visit.element({ tag: 'button', id: 'pay', path: '#pay' });
  for (const [t, x] of places) visit.press({ t, element, x, y: 10 }, none);
  visit.until(20_000);
};

test.each([
  [
    '3 clicks in 1,000 ms',
    [
      [0, 0],
      [500, 0],
      [1_000, 0],
    ],
    3,
  ],
  [
    '3 clicks in 1,001 ms',
    [
      [0, 0],
      [500, 0],
      [1_001, 0],
    ],
    0,
  ],
  [
    '2 clicks',
    [
      [0, 0],
      [500, 0],
    ],
    0,
  ],
  [
    '3 clicks within 50 px',
    [
      [0, 0],
      [200, 50],
      [400, 0],
    ],
    3,
  ],
  [
    '3 clicks, one 51 px away',
    [
      [0, 0],
      [200, 51],
      [400, 0],
    ],
    0,
  ],
] as const)('rage: %s', async (_, places, rageClicks) => {
  expect(await told(pressAt(places))).toMatchObject({
    rageClicks,
    rageBurstCount: rageClicks > 0 ? 1 : 0,
  });
});

test.each([
  ['all but one answered are productive', [strong(20), strong(20), none], 0],
  ['all but two answered are rage', [strong(20), none, none], 3],
] as const)('a burst: %s', async (_, reactions, rageClicks) => {
  const burst = await told((visit) => {
    const element = visit.element({ tag: 'button', id: 'more', path: '#more' });
    for (const [i, reaction] of reactions.entries()) {
      visit.press({ t: i * 200, element, x: 5, y: 5 }, reaction);
    }
    visit.until(20_000);
  });
  expect(burst.rageClicks).toBe(rageClicks);
});

test.each([
  ['at once', strong(999), 0, 0],
  ['after 1,000 ms', strong(1_000), 0, 1],
  ['after 5,000 ms', strong(5_000), 0, 1],
  ['after 5,001 ms', strong(5_001), 1, 0],
  ['never', none, 1, 0],
  ['by a reply after 15,000 ms', { kind: 0, networkMs: 15_000 }, 0, 1],
  ['by a reply after 15,001 ms', { kind: 0, networkMs: 15_001 }, 1, 0],
] as const)('a click answered %s', async (_, reaction, deadClicks, slowClicks) => {
  const click = await told((visit) => {
    visit.press({ t: 0, element: visit.element({ tag: 'a', path: 'a' }), x: 1, y: 1 }, reaction);
    visit.until(20_000);
  });
  expect(click).toMatchObject({ deadClicks, slowClicks });
});

test.each([
  [500, 0],
  [501, 1],
])('a pause of %i ms between samples: %i hesitations', async (pauseMs, hesitationCount) => {
  const moves = await told((visit) => visit.move(0, 0, 0).move(pauseMs, 9, 9));
  expect(moves.hesitationCount).toBe(hesitationCount);
});

test.each([
  ['one of 499 ms', [499], 'QUICK'],
  ['one of 500 ms', [500], 'NORMAL'],
  ['one of 3,000 ms', [3_000], 'NORMAL'],
  ['one of 3,001 ms', [3_001], 'LINGERING'],
  ['two', [600, 600], 'NORMAL'],
  ['three', [600, 600, 600], 'REPEATED'],
] as const)('hovers of an element: %s', async (_, durations, hoverPattern) => {
  const { hovers } = await told((visit) => {
    const element = visit.element({ tag: 'nav', path: 'nav' });
    for (const [i, durationMs] of durations.entries()) {
      visit.event('hover', { t: i * 5_000, element, durationMs });
    }
  });
  expect(hovers).toEqual([{ hoverPattern }]);
});

test.each([
  [5_000, 1],
  [5_001, 0],
])('back on a page %i ms after leaving it: %i quick-backs', async (awayMs, quickBacks) => {
  const back = await told(
    (visit) => visit.until(1_000),
    [
      { afterMs: 1_000, url: 'https://shop.test/b' },
      { afterMs: 1_000 + awayMs, url: 'https://shop.test/a' },
    ],
  );
  expect(back.quickBacks).toBe(quickBacks);
});

/** Down and up again by so many px, once a second. */
const swing = (turns: number, px: number) => (visit: Visit) => {
  for (let i = 0; i <= turns + 1; i++) {
    const y = i % 2 === 1 ? px : 0;
    visit.event('scroll', { t: i * 1_000, element: -1, y, height: 5_000, viewport: 800 });
  }
};

test.each([
  ['4 reversals of half a viewport', 4, 400, 1],
  ['3 reversals of half a viewport', 3, 400, 0],
  ['4 reversals of less', 4, 399, 0],
] as const)('scrolling: %s', async (_, turns, px, excessiveScrolls) => {
  expect((await told(swing(turns, px))).excessiveScrolls).toBe(excessiveScrolls);
});
